/**
 * Makes the methods of an object work without it: taken out (`const { get } = oms.customers`), passed on
 * (`ids.map(oms.customers.get)`), or called on a proxy or a descendant, which have no private fields.
 */
export function bindMethods(object: object): void {
  for (
    let type = Object.getPrototypeOf(object);
    type !== Object.prototype;
    type = Object.getPrototypeOf(type)
  ) {
    for (const name of Reflect.ownKeys(type)) {
      const { value } = Object.getOwnPropertyDescriptor(type, name) as PropertyDescriptor;
      if (typeof value !== 'function' || name === 'constructor' || Object.hasOwn(object, name)) continue;
      Object.defineProperty(object, name, { value: value.bind(object), configurable: true, writable: true });
    }
  }
}
