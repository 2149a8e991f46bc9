package org.gongkai.input.entry.kind;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A kind of entry (文种).
 *
 * @param name its name
 * @param aliases other names under which entries give it
 * @param slug folder of its column in the site
 * @param column column of an entry that names none
 * @param title how its titles look, if that is said
 * @param open whether scope, publisher, secrecy review and approval must be given (《党务公开条例（试行）》 on the steps
 *     review and approval)
 * @param required names of further fields, own or common, that its entries must have
 * @param recommended names of fields, own or common, that its entries should have
 * @param fields its own fields
 * @param notice what it asks of a 公示, if its entries are or may be such
 * @param filing how long it is kept and where it counts
 * @param exclusions kinds that the same entry cannot have as well
 */
public record Kind(
        String name,
        List<String> aliases,
        String slug,
        String column,
        Optional<TitlePattern> title,
        boolean open,
        List<String> required,
        List<String> recommended,
        List<FieldSpec> fields,
        Optional<NoticePeriod> notice,
        Filing filing,
        List<Exclusion> exclusions) {

    public Kind {
        aliases = List.copyOf(aliases);
        required = List.copyOf(required);
        recommended = List.copyOf(recommended);
        fields = List.copyOf(fields);
        exclusions = List.copyOf(exclusions);
    }

    /** The own field that bears a Chinese or English name. */
    public Optional<FieldSpec> field(String name) {
        return fields.stream().filter(f -> f.isNamed(name)).findFirst();
    }

    /** What readers see of the earlier versions of an entry. */
    public enum History {
        /** Every version in full. */
        FULL("全文", "full"),
        /** That there were versions, not what they held. */
        LIST("列表", "list"),
        /** Nothing. */
        NONE("不留", "none");

        private final List<String> names;

        History(String... names) {
            this.names = List.of(names);
        }

        /** What a word means that stands in a header or in the data of kinds. */
        public static Optional<History> named(String word) {
            return Arrays.stream(values()).filter(h -> h.names.contains(word)).findFirst();
        }

        /** Every word that may stand there. */
        public static List<String> words() {
            return Arrays.stream(values()).flatMap(h -> h.names.stream()).toList();
        }
    }

    /**
     * How long an entry is kept and where it counts.
     *
     * @param retention how long the paper is kept (永久, 30年, 10年 …), or empty
     * @param history what readers see of earlier versions
     * @param registers names of the registers (台账) that it feeds
     */
    public record Filing(String retention, History history, List<String> registers) {
        public Filing {
            registers = List.copyOf(registers);
        }
    }

    /**
     * A kind that the same entry cannot have as well.
     *
     * @param kind its name
     * @param reason why
     */
    public record Exclusion(String kind, String reason) {}
}
