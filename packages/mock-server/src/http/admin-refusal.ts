/** An admin route cannot do what it was asked; the message says why. */
export class AdminRefusal extends Error {
  override readonly name = 'AdminRefusal';
}
