/** The part of `@types/react-dom` that this project uses. */
declare module 'react-dom/client' {
  export function createRoot(container: Element): {
    render(node: import('react').ReactNode): void;
    unmount(): void;
  };
}
