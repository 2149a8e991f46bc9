package org.gongkai.write.document.word.opc;

/**
 * A relation of a part to another one or to an address.
 *
 * @param type the address that stands for its kind
 * @param target the name of the other part, or the address as it is typed
 * @param external whether it leads out of the file
 */
public record Relation(String type, String target, boolean external) {}
