/** Stands for what an app does once a customer may use custody; here it only tells. */
export async function openCustody(customerId: string): Promise<void> {
  console.log(`custody is open for ${customerId}`);
}
