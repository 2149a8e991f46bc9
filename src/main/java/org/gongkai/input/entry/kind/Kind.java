package org.gongkai.input.entry.kind;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.data.Key;

/**
 * A kind of entry (文种).
 *
 * @param name its name
 * @param aliases other names that entries may use
 * @param listing where its entries are listed
 * @param fields its own fields
 * @param demands what its entries have to be like
 * @param drafting what a new entry of the kind begins with
 * @param filing its retention, history setting and registers
 * @param traits the words of each trait that it has
 */
public record Kind(
        String name,
        List<String> aliases,
        Listing listing,
        List<FieldSpec> fields,
        Demands demands,
        Drafting drafting,
        Filing filing,
        Map<Trait, List<String>> traits) {

    public Kind {
        aliases = List.copyOf(aliases);
        fields = List.copyOf(fields);
        traits = Collections.unmodifiableMap(new TreeMap<>(traits));
    }

    /** Returns its own field with a Chinese or English name. */
    public Optional<FieldSpec> field(String name) {
        return fields.stream().filter(f -> f.hasName(name)).findFirst();
    }

    /** Returns the field that says how an entry adjusts an amount that was published before, if it has one. */
    public Optional<FieldSpec> adjusting() {
        return words(Trait.ADJUSTMENT).stream()
                .flatMap(name -> field(name).stream())
                .findFirst();
    }

    /**
     * Returns the word under which an entry adjusts an amount that was published before, according to its title; empty
     * if it does not. 收缴及补缴情况 states an amount of its own.
     */
    public Optional<String> adjustmentIn(String title) {
        return adjusting().stream()
                .flatMap(field -> field.choices().stream().skip(1))
                .filter(choice -> choice.words().stream()
                        .anyMatch(word -> Pattern.compile("(?<![及和与、含])" + Pattern.quote(word) + "(?![及和与、])")
                                .matcher(title)
                                .find()))
                .map(Choice::name)
                .findFirst();
    }

    /** Returns the words of a trait; none if it does not have it. */
    public List<String> words(Trait trait) {
        return traits.getOrDefault(trait, List.of());
    }

    /** Returns whether it has a trait of which it can only be said that it is so or not. */
    public boolean has(Trait trait) {
        return is(trait, "是");
    }

    /** Returns whether a word is one of those of a trait. */
    public boolean is(Trait trait, String word) {
        return words(trait).contains(word);
    }

    /** Whether its entries are disclosures, which somebody reviews and approves. */
    public boolean isOpen() {
        return demands.open;
    }

    /**
     * Where entries of a kind are listed that do not say it.
     *
     * @param slug the folder of the column in the site
     * @param column the name of the column
     */
    public record Listing(
            @Key(
                            value = "标识 slug",
                            required = true,
                            matches = Key.SLUG,
                            allowed = "网址里的文件夹名，" + Key.SLUGS,
                            code = "E126")
                    String slug,
            @Key("栏目 column") String column) {}

    /**
     * What entries of a kind have to be like.
     *
     * @param open whether scope, publisher, secrecy review and approval are mandatory (《党务公开条例（试行）》 on the steps
     *     review and approval)
     * @param required the names of further fields, common or its own, that are mandatory
     * @param recommended the names of fields, common or its own, that are recommended
     * @param title the pattern of their titles, if given
     * @param notice the requirements on a 公示, if they are or may be one
     * @param exclusions kinds that the same entry cannot have
     */
    public record Demands(
            boolean open,
            List<String> required,
            List<String> recommended,
            Optional<TitlePattern> title,
            Optional<NoticePeriod> notice,
            List<Exclusion> exclusions) {

        public Demands {
            required = List.copyOf(required);
            recommended = List.copyOf(recommended);
            exclusions = List.copyOf(exclusions);
        }
    }

    /** How earlier versions of an entry are disclosed. */
    public enum History implements Key.Words {
        /** Every version in full. */
        FULL("全文", "full"),
        /** The list of versions without their content. */
        LIST("列表", "list"),
        /** Nothing. */
        NONE("不留", "none");

        private final List<String> names;

        History(String... names) {
            this.names = List.of(names);
        }

        /** Parses a word of a header or a data file. */
        public static Optional<History> named(String word) {
            return Arrays.stream(values()).filter(h -> h.names.contains(word)).findFirst();
        }

        @Override
        public List<String> words() {
            return names;
        }

        /** Returns all words. */
        public static List<String> allWords() {
            return Arrays.stream(values()).flatMap(h -> h.names.stream()).toList();
        }
    }

    /**
     * The retention of an entry, the disclosure of its history and the registers that list it.
     *
     * @param retention how long the document is kept (永久, 30年, 10年 …); may be empty
     * @param history how earlier versions are disclosed
     * @param registers the names of the registers (台账) that list it
     */
    public record Filing(
            @Key("保管期限 retention") String retention,
            @Key(value = "历史 history", or = "full", allowed = "full（全部公开）、list（只列出）、none（不公开）") History history,
            @Key("台账 registers") List<String> registers) {
        private static final Pattern YEARS = Pattern.compile("(\\d{1,4})\\s*年");

        /** The years of a retention; one in other words is shorter than all others, and none is shorter still. */
        public static int years(String retention) {
            Matcher years = YEARS.matcher(retention);
            return retention.equals("永久")
                    ? Integer.MAX_VALUE
                    : years.matches() ? Integer.parseInt(years.group(1)) : retention.isEmpty() ? -1 : 0;
        }
    }

    /**
     * What a new entry begins with.
     *
     * @param carriedOver the names of its own fields whose value a new entry takes over from the last one of the kind
     * @param sections the parts of the body in their order; empty if they are not prescribed
     * @param unfinished the rows of tables of earlier entries that a new entry takes over into a table of its own
     * @param needsPeriod whether records are told only of a period that its title names, and not of a year otherwise
     * @param purpose what it is for, if branches write it so often that it is offered before others; else empty
     */
    public record Drafting(
            List<String> carriedOver,
            List<Section> sections,
            List<KindRows> unfinished,
            boolean needsPeriod,
            String purpose) {
        /** Returns whether a new entry begins with what records of the site say. */
        public boolean tellsRecords() {
            return !unfinished.isEmpty()
                    || sections.stream()
                            .anyMatch(it ->
                                    !it.sentences().isEmpty() || !it.rows().isEmpty());
        }
    }

    /**
     * A part of the body.
     *
     * @param heading its heading without a number; empty for a paragraph without one
     * @param hint what to write there, without a full stop
     * @param sentences sentences with questions about the records of the period, which counts in texts answer
     * @param rows rows of tables of other entries that are listed in it
     * @param text its beginning, in which {@code 〈同志〉} and the like stand for what is known of the entry; may be empty
     * @param stages the stages of a procedure whose papers have it, {@value #NO_STAGE} for those of none or another;
     *     empty for every paper
     */
    @Key.Group("例如 正文: [{节: 履职情况, 写: 做了哪些工作}, 下一步打算]")
    public record Section(
            @Key("节 heading") String heading,
            @Key("写 hint") String hint,
            @Key("记录 records") List<String> sentences,
            @Key("列出 lists") List<KindRows> rows,
            @Key("文 text") String text,
            @Key("阶段 stages") List<String> stages) {

        private static final String NO_STAGE = "其他";

        /** Returns whether a paper about a stage has this part; an empty stage is an unknown one. */
        public boolean isOf(String stage) {
            return stages.isEmpty() || stages.contains(stage.isEmpty() ? NO_STAGE : stage);
        }
    }

    /**
     * A kind that the same entry cannot have.
     *
     * @param kind its name
     * @param reason the reason
     */
    public record Exclusion(String kind, String reason) {}
}
