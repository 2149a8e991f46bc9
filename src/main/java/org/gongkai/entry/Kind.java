package org.gongkai.entry;

import java.util.List;
import java.util.Optional;

/**
 * A kind of entry (文种).
 *
 * @param name its name
 * @param aliases other names under which entries give it
 * @param slug folder of its column in the site
 * @param column column of an entry that names none
 * @param open whether scope, publisher, secrecy review and approval must be given (《党务公开条例（试行）》 on the steps
 *     review and approval)
 * @param fields its own fields
 */
public record Kind(
        String name, List<String> aliases, String slug, String column, boolean open, List<FieldSpec> fields) {

    public Kind {
        aliases = List.copyOf(aliases);
        fields = List.copyOf(fields);
    }

    /** The own field that bears a Chinese or English name. */
    public Optional<FieldSpec> field(String name) {
        return fields.stream()
                .filter(f -> f.name().equals(name) || f.key().equalsIgnoreCase(name))
                .findFirst();
    }
}
