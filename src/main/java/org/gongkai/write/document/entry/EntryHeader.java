package org.gongkai.write.document.entry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.input.entry.kind.FieldSpec;
import org.gongkai.input.entry.kind.FieldType;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.input.entry.kind.NoticePeriod;
import org.gongkai.input.entry.kind.Trait;
import org.gongkai.io.TextResource;
import org.gongkai.text.DateText;
import org.gongkai.text.IssueNumbers;
import org.gongkai.write.document.fact.DocumentFacts;
import org.gongkai.write.document.fact.LabelledTexts;
import org.gongkai.write.document.fact.TitleFacts;
import org.gongkai.write.form.EntryPresets;

/** Writes the header of an imported entry. */
record EntryHeader(
        ImportTarget target,
        DocumentFacts facts,
        MappedHeader mapped,
        Map<String, String> answers,
        String title,
        List<Kind> kinds) {

    private Kind first() {
        return kinds.get(0);
    }

    LocalDate published() {
        return date("发布日期").orElse(target.today());
    }

    /** Whether neither the document nor a person states when it was published. */
    boolean isUndated() {
        return date("发布日期").isEmpty();
    }

    Optional<LocalDate> signed() {
        return date("成文日期").or(facts.signature()::signed);
    }

    private Optional<LocalDate> date(String field) {
        return Optional.ofNullable(answers.get(field))
                .or(() -> Optional.ofNullable(mapped.texts().get(field)))
                .flatMap(DateText::written);
    }

    /** The years that the title names; else the year of signature, if it is not that of publication. */
    List<Integer> years() {
        List<Integer> named = TitleFacts.years(title);
        if (!named.isEmpty()) {
            return named;
        }
        return signed()
                .map(LocalDate::getYear)
                .filter(year -> year != published().getYear())
                .stream()
                .toList();
    }

    int folderYear() {
        return years().stream().findFirst().orElse(published().getYear());
    }

    /** The column of the entry, and what of its categories is no column of the site. */
    String column() {
        return mapped.lists().getOrDefault("栏目", List.of()).stream()
                .filter(target::isColumn)
                .findFirst()
                .orElseGet(() -> target.presets().column(first()));
    }

    /** Adds all fields. */
    void write(HeaderLines draft) {
        draft.text("标题", title);
        if (answers.containsKey("索引号")) {
            draft.text("索引号", "");
        } else {
            target.number(first(), published().getYear()).ifPresent(number -> draft.text("索引号", number));
        }
        if (kinds.size() == 1) {
            draft.text("文种", first().name());
        } else {
            draft.list("文种", kinds.stream().map(Kind::name).toList());
        }
        usual(draft, "栏目", column(), first().listing().column());
        years(draft);
        draft.text("发布日期", published().toString());
        draft.text("成文日期", signed().map(String::valueOf).orElse(""));
        draft.text("发文字号", mapped.texts().getOrDefault("发文字号", facts.number()));
        for (String field : List.of("修订日期", "公开时限", "目录项", "有效性", "责任人", "摘要")) {
            draft.text(field, mapped.texts().getOrDefault(field, ""));
        }
        date("失效日期").ifPresent(day -> {
            if (day.isAfter(published())) {
                draft.text("失效日期", day.toString());
            } else {
                draft.comment("# 待填：原来的失效日期 " + day + " 不晚于发布日期，没有写上；要写请加一行 失效日期:");
            }
        });
        draft.list("标签", tags());
        draft.list("旧址", mapped.lists().getOrDefault("旧址", List.of()));
        meeting(draft);
        notice(draft);
        kinds.forEach(kind -> new OwnFields(facts).add(kind, draft));
        if (kinds.stream().anyMatch(Kind::isOpen)) {
            publication(draft);
        } else {
            // Pages show it below the text whether the kind asks for it or not.
            draft.text(
                    "发布机构",
                    mapped.texts().getOrDefault("发布机构", facts.signature().unit()));
        }
    }

    private void publication(HeaderLines draft) {
        if (signed().isEmpty()) {
            draft.blank("成文日期", "成文日期", "成文日期，如 " + target.today());
        }
        EntryPresets presets = target.presets();
        String scope = presets.scope(first(), column());
        usual(
                draft,
                "公开范围",
                mapped.texts().getOrDefault("公开范围", scope),
                presets.site().scope());
        String unit = mapped.texts().getOrDefault("发布机构", facts.signature().unit());
        usual(
                draft,
                "发布机构",
                unit.isEmpty() ? presets.publisher(first(), column()) : unit,
                presets.site().publisher());
        draft.blank("发布机构", "以谁的名义发布", "发布机构，写全称");
        draft.blank("保密审查", "谁在哪天做的保密审查，如 宣传委员 " + target.today(), "保密审查，谁在哪天审查过，如 宣传委员 " + target.today());
        draft.blank("审批", "谁在哪天批准发布，如 支部书记 " + target.today(), "审批，谁在哪天批准发布，如 支部书记 " + target.today());
    }

    /** Adds a field, unless the site or the kind states the same for entries without it. */
    private static void usual(HeaderLines draft, String field, String text, String stated) {
        if (!text.isEmpty() && text.equals(stated)) {
            draft.understood(field, text);
        } else {
            draft.text(field, text);
        }
    }

    private void years(HeaderLines draft) {
        List<Integer> years = years();
        boolean isUsual = years.isEmpty() || years.equals(List.of(published().getYear()));
        if (years.size() == 1 && !isUsual) {
            draft.text("年度", String.valueOf(years.get(0)));
        } else if (!isUsual) {
            draft.list("年度", years.stream().map(String::valueOf).toList());
        }
    }

    /** The tags, and the categories that are no columns of the site. */
    private List<String> tags() {
        List<String> tags = new ArrayList<>(mapped.lists().getOrDefault("标签", List.of()));
        mapped.lists().getOrDefault("栏目", List.of()).stream()
                .filter(name -> !name.equals(column()) && !tags.contains(name))
                .forEach(tags::add);
        return tags;
    }

    private void meeting(HeaderLines draft) {
        boolean expected =
                kinds.stream().anyMatch(kind -> kind.demands().recommended().contains("会议"));
        boolean possible = expected
                || kinds.stream().anyMatch(kind -> !kind.words(Trait.CALENDAR).isEmpty());
        if (!possible) {
            return;
        }
        Map<String, String> meeting = new LinkedHashMap<>(facts.meeting());
        target.config().data().organisation().groupNames(published()).stream()
                .filter(title::contains)
                .findFirst()
                .ifPresent(group -> meeting.put("党小组", group));
        draft.group("会议", meeting);
        if (expected) {
            draft.blank(
                    "会议",
                    "会议的时间、地点、主持人",
                    "会议，如 {时间: " + target.today() + " 15:00, 地点: 会议室, 主持人: 支部书记, 应到: 18, 实到: 16}");
        }
    }

    private void notice(HeaderLines draft) {
        Optional<NoticePeriod> period =
                kinds.stream().flatMap(kind -> kind.demands().notice().stream()).findFirst();
        if (period.isEmpty()) {
            return;
        }
        facts.notice(published().getYear()).ifPresent(days -> draft.text("公示", days.replace(" ", " 至 ")));
        if (period.get().datesRequired()) {
            draft.blank(
                    "公示",
                    "公示从哪天到哪天",
                    "公示起止日期，如 " + target.today() + " 至 " + target.today().plusDays(6));
        }
    }

    /** Fills the fields of a kind with what a document states after labels. */
    record OwnFields(DocumentFacts facts, LabelledTexts labelled) {

        /** Other labels of fields. */
        private static final Map<String, String> LABELS = TextResource.map(EntryHeader.class, "labels.txt");

        private static final Pattern NUMBER = Pattern.compile("(\\d[\\d,，]*(?:\\.\\d{1,2})?)\\s*[元人名次期学时小时分]*");
        private static final Pattern MANY_DIGITS = Pattern.compile("\\d{3}");

        OwnFields(DocumentFacts facts) {
            this(facts, new LabelledTexts(facts.body()));
        }

        /** Adds the fields of a kind, and marks those that its entries must or should have. */
        void add(Kind kind, HeaderLines draft) {
            if (kind.field("主送").isPresent()) {
                draft.text("主送", facts.recipients());
            }
            if (kind.field("签发人").isPresent()) {
                draft.text("签发人", facts.signature().signatory());
            }
            if (kind.field("编发单位").isPresent()) {
                draft.text("编发单位", facts.signature().unit());
            }
            for (FieldSpec field : kind.fields()) {
                if (field.type() == FieldType.LIST) {
                    labelled.list(labels(field)).ifPresent(names -> draft.list(field.name(), names));
                }
                value(field).ifPresent(value -> draft.text(field.name(), value));
            }
            Optional<String> adjustment = kind.adjustmentIn(facts.title());
            adjustment.ifPresent(word -> draft.text(kind.adjusting().get().name(), word));
            Stream.concat(
                            kind.demands().required().stream(),
                            kind.demands().recommended().stream().filter(name -> adjustment.isEmpty()))
                    .flatMap(name -> kind.field(name).stream())
                    .forEach(field -> draft.blank(field.name(), field.name(), field.name() + note(kind, field)));
        }

        private static String note(Kind kind, FieldSpec field) {
            String need = kind.demands().required().stream().anyMatch(field::hasName) ? "（必填）" : "（应填）";
            return field.values().isEmpty()
                    ? need
                    : need + "，"
                            + String.join(
                                    "、",
                                    field.choices().stream()
                                            .map(choice -> choice.name())
                                            .toList()) + "之一";
        }

        private static String[] labels(FieldSpec field) {
            return (field.name() + " " + LABELS.getOrDefault(field.name(), ""))
                    .strip()
                    .split(" ");
        }

        private static Optional<String> issue(String title) {
            List<Integer> numbers = IssueNumbers.inTitle(title);
            return numbers.size() == 1 ? Optional.of(String.valueOf(numbers.get(0))) : Optional.empty();
        }

        private Optional<String> value(FieldSpec field) {
            Optional<String> typed = labelled.first(labels(field));
            return switch (field.type()) {
                case TEXT, TIME -> typed;
                case ISSUE ->
                    typed.filter(text -> !IssueNumbers.in(text).isEmpty()).or(() -> issue(facts.title()));
                case PERSON -> typed.filter(text -> !MANY_DIGITS.matcher(text).find());
                case NUMBER, MONEY ->
                    typed.map(NUMBER::matcher).filter(Matcher::matches).map(found -> found.group(1)
                            .replaceAll("[,，]", ""));
                case DATE -> typed.flatMap(DateText::written).map(String::valueOf);
                case ENUM -> typed.flatMap(field::canonical);
                default -> Optional.empty();
            };
        }
    }
}
