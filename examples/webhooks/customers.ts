/** Stands in for what your application does once a customer may use custody; here it only logs. */
export async function openCustody(customerId: string): Promise<void> {
  console.log(`custody is open for ${customerId}`);
}
