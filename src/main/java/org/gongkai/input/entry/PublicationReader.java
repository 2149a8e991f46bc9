package org.gongkai.input.entry;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.data.Value;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.entry.header.HeaderValues;
import org.gongkai.input.entry.kind.Choice;
import org.gongkai.input.entry.kind.Kind;
import org.gongkai.problem.Nearest;

/** Reads the fields about publication: status, scope, number and previous addresses. */
public record PublicationReader(HeaderValues values) {

    /** The words of each status, the Chinese one first. */
    public static final List<String> DRAFT = List.of("草稿", "draft");

    public static final List<String> PUBLISHED = List.of("已发布", "published");
    public static final List<String> WITHDRAWN = List.of("已撤回", "withdrawn");

    /** All values of 状态, the Chinese ones first. */
    public static final List<String> STATUSES = IntStream.of(0, 1)
            .boxed()
            .flatMap(language -> Stream.of(DRAFT, PUBLISHED, WITHDRAWN).map(words -> words.get(language)))
            .toList();

    /** The words of 有效性. */
    public static final List<Choice> VALIDITIES = List.of(
            new Choice("现行", List.of("有效", "现行有效", "试行")),
            new Choice("已修订", List.of("已修改")),
            new Choice("废止", List.of("已废止", "失效", "已失效")));

    /** The words of 公开时限. */
    public static final List<Choice> TERMS = List.of(
            new Choice("长期公开", List.of("长期")),
            new Choice("定期公开", List.of("定期")),
            new Choice("逐段公开", List.of("逐段")),
            new Choice("即时公开", List.of("即时", "随时", "随时公开")));

    /** The fields that are mandatory for published entries. */
    public static final List<CommonField> REQUIRED =
            List.of(CommonField.SCOPE, CommonField.PUBLISHER, CommonField.SECRECY_REVIEW, CommonField.APPROVAL);

    /** Reports missing mandatory fields. */
    void requireAll() {
        for (CommonField field : REQUIRED) {
            Value value = values.value(field);
            if (value == null || value instanceof Value.Text text && text.isBlank()) {
                values.missing(field);
            }
        }
    }

    Entry.Status status() {
        String word = values.value(CommonField.STATUS) instanceof Value.Text text
                ? text.text().strip()
                : "";
        if (DRAFT.contains(word)) {
            return Entry.Status.DRAFT;
        }
        return WITHDRAWN.contains(word) ? Entry.Status.WITHDRAWN : Entry.Status.PUBLISHED;
    }

    Entry.Publication read() {
        values.text(CommonField.STATUS).ifPresent(word -> {
            if (!DRAFT.contains(word) && !PUBLISHED.contains(word) && !WITHDRAWN.contains(word)) {
                values.error(
                        values.value(CommonField.STATUS), "E108", "没有“" + word + "”这个状态", Nearest.hint(word, STATUSES));
            }
        });
        values.text(CommonField.HISTORY)
                .filter(word -> Kind.History.named(word).isEmpty())
                .ifPresent(word -> values.error(
                        values.value(CommonField.HISTORY),
                        "E134",
                        "没有“" + word + "”这种保留历史的办法",
                        Nearest.hint(word, Kind.History.allWords())));
        String scope = values.text(CommonField.SCOPE).orElse(SiteConfig.UNIT);
        if (!SiteConfig.SCOPES.contains(scope)) {
            values.error(
                    values.value(CommonField.SCOPE),
                    "E109",
                    "没有“" + scope + "”这个公开范围",
                    Nearest.hint(scope, SiteConfig.SCOPES));
        }
        return new Entry.Publication(
                status(),
                scope,
                values.text(CommonField.NUMBER).orElse(""),
                values.text(CommonField.PUBLISHER).orElse(""),
                values.text(CommonField.VALIDITY).orElse(""),
                aliases());
    }

    /**
     * Reports words of common fields that nothing can be computed from. They are displayed as written, so it is a
     * warning.
     */
    void checkWords() {
        checkWord(CommonField.VALIDITY, VALIDITIES);
        checkWord(CommonField.TERM, TERMS);
    }

    private void checkWord(CommonField field, List<Choice> choices) {
        if (values.value(field) instanceof Value.Text text
                && !text.isBlank()
                && Choice.canonical(choices, text.text()).isEmpty()) {
            String typed = text.text().strip();
            values.warning(text, "W128", field.label() + "“" + typed + "”不是可以选的词", Choice.hint(choices, typed));
        }
    }

    private List<String> aliases() {
        List<String> aliases = new ArrayList<>();
        for (Value.Text text : values.texts(CommonField.ALIASES)) {
            String typed = text.text().replaceFirst("^\\.?/+", "");
            String alias = decoded(typed);
            if (typed.matches("[A-Za-z0-9._~%/-]+")
                    && !alias.matches("(?s)(.*/)?\\.\\.?(/.*)?|.*[\\p{Cntrl}\\\\\uFFFD].*")
                    && !alias.contains("//")) {
                aliases.add(
                        alias.endsWith("/")
                                ? alias + "index.html"
                                : alias.matches(".*\\.html?") ? alias : alias + "/index.html");
            } else {
                values.error(text, "E118", "旧址“" + text.text() + "”不是本站的地址", "请写从首页算起的地址，如 old/2019/plan.html");
            }
        }
        return List.copyOf(aliases);
    }

    /**
     * The name of the file of an address: servers decode what browsers ask for. Malformed ones are returned as typed.
     */
    private static String decoded(String typed) {
        try {
            String name = URLDecoder.decode(typed.replace("+", "%2B"), StandardCharsets.UTF_8);
            return Normalizer.normalize(name, Normalizer.Form.NFC);
        } catch (IllegalArgumentException e) {
            return typed;
        }
    }
}
