/** A JSON object that a variant may change. */
export type Editable = { [member: string]: unknown };

export function isEditable(value: unknown): value is Editable {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object in a member, put there when it is missing. */
export function objectIn(holder: Editable, member: string): Editable {
  const present = holder[member];
  if (isEditable(present)) return present;
  const added: Editable = {};
  holder[member] = added;
  return added;
}

/** The objects in a list in a member. */
export function objectsIn(holder: Editable, member: string): Editable[] {
  const present = holder[member];
  return Array.isArray(present) ? present.filter(isEditable) : [];
}

/** Every object inside of a value, itself included, with what is around it first. */
export function everyObject(value: unknown): Editable[] {
  if (Array.isArray(value)) return value.flatMap(everyObject);
  if (!isEditable(value)) return [];
  return [value, ...Object.values(value).flatMap(everyObject)];
}
