package org.gongkai.entry;

/**
 * A field of one kind.
 *
 * @param name its name in Chinese
 * @param key its English key
 * @param type what may stand in it
 */
public record FieldSpec(String name, String key, FieldType type) {}
