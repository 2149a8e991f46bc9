package org.gongkai.check.kind;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.gongkai.check.header.HeaderPosition;
import org.gongkai.check.rule.RuleSet;
import org.gongkai.input.config.Catalogue;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.input.entry.kind.TitlePattern;
import org.gongkai.problem.Nearest;
import org.gongkai.problem.Problem;

/**
 * The rules that depend on kinds and on the catalogue; each method that takes an entry and a consumer is one.
 *
 * @param catalogue the catalogue of allowed values of 目录项
 * @param all the kinds of the site
 */
public record KindRules(Catalogue catalogue, Kinds all) {

    /** Returns the rules of this group. */
    public RuleSet rules() {
        return RuleSet.ofHeaders(
                List.of(this::title, KindRules::recommendedFields, KindRules::exclusions, this::catalogueItem));
    }

    /**
     * The title of an entry matches the pattern of one of its kinds, or, if titles of that kind vary, at least ends as
     * those of no other kind do.
     */
    private void title(Entry entry, Consumer<Problem> problems) {
        List<Kind> kinds = entry.kinds();
        boolean fits = kinds.stream().anyMatch(kind -> kind.demands()
                .title()
                .map(t -> t.matches(entry.title()) || t.varies() && !isOfAnother(entry))
                .orElse(true));
        if (fits || entry.publication().status() == Entry.Status.DRAFT) {
            return;
        }
        Kind kind = kinds.get(0);
        TitlePattern pattern = kind.demands().title().orElseThrow();
        String example = pattern.example().isEmpty() ? "" : "，如“" + pattern.example() + "”";
        HeaderPosition.of(entry, CommonField.TITLE, problems)
                .warning(
                        "W124",
                        "标题“" + entry.title() + "”不像文种“" + kind.name() + "”的标题",
                        "一般写成“" + pattern.words() + "”" + example);
    }

    private boolean isOfAnother(Entry entry) {
        String title = entry.title().replaceFirst("[（(][^（()）]*[)）]$", "");
        return all.all().stream()
                .filter(kind -> !entry.kinds().contains(kind))
                .filter(kind -> kind.demands().title().filter(t -> !t.varies()).isPresent())
                .anyMatch(kind -> title.endsWith(kind.name()));
    }

    /** An entry has the fields that its kinds recommend. */
    private static void recommendedFields(Entry entry, Consumer<Problem> problems) {
        if (entry.publication().status() == Entry.Status.DRAFT) {
            return;
        }
        Map<String, String> wanted = new LinkedHashMap<>();
        entry.kinds().stream()
                // What adjusts an amount repeats nothing of it.
                .filter(kind -> kind.adjusting().isEmpty() || entry.adjustment().isEmpty())
                .forEach(kind -> kind.demands().recommended().forEach(field -> wanted.putIfAbsent(field, kind.name())));
        HeaderPosition place = HeaderPosition.of(entry, CommonField.KIND, problems);
        wanted.forEach((field, kind) -> {
            if (!gives(entry, field)) {
                place.warning("W126", "文种“" + kind + "”一般要写“" + field + "”", "请在文件头里写上“" + field + ": ……”");
            }
        });
    }

    private static boolean gives(Entry entry, String field) {
        return entry.own(field).filter(own -> isGiven(own.value())).isPresent()
                || entry.values().get(CommonField.MEETING) instanceof Value.Fields meeting
                        && !meeting.texts(field).isEmpty()
                || CommonField.named(field)
                        .map(common -> isGiven(entry.values().get(common)))
                        .orElse(false);
    }

    private static boolean isGiven(Value value) {
        return value != null && !(value instanceof Value.Text text && text.isBlank());
    }

    /** An entry does not have two kinds that exclude each other. */
    private static void exclusions(Entry entry, Consumer<Problem> problems) {
        for (Kind kind : entry.kinds()) {
            for (Kind.Exclusion exclusion : kind.demands().exclusions()) {
                entry.kinds().stream()
                        .filter(other -> other != kind
                                && (other.name().equals(exclusion.kind())
                                        || other.aliases().contains(exclusion.kind())))
                        .findFirst()
                        .ifPresent(other -> HeaderPosition.of(entry, CommonField.KIND, problems)
                                .error(
                                        "E124",
                                        "文种“" + kind.name() + "”和“" + other.name() + "”不能写在同一条里",
                                        exclusion.reason().isEmpty() ? "请分成两条，或只留一个文种" : exclusion.reason()));
            }
        }
    }

    /** The 目录项 of an entry is an item of the catalogue. */
    private void catalogueItem(Entry entry, Consumer<Problem> problems) {
        String typed = entry.text(CommonField.CATALOGUE);
        if (!typed.isEmpty() && catalogue.named(typed).isEmpty()) {
            HeaderPosition.of(entry, CommonField.CATALOGUE, problems)
                    .error("E132", "公开目录里没有“" + typed + "”这一项", itemHint(typed));
        }
    }

    private String itemHint(String typed) {
        List<String> numbers = catalogue.items().stream()
                .map(item -> item.number() + " " + item.name())
                .toList();
        String advice = Nearest.of(typed, catalogue.names())
                .map(word -> "您是不是要写“" + word + "”")
                .orElse("可以写：" + String.join("、", numbers.subList(0, Math.min(numbers.size(), 12))));
        return catalogue.own() ? advice : advice + "；本单位另有目录的，写进 " + Catalogue.PATH;
    }
}
