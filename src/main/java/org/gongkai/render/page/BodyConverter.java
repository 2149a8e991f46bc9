package org.gongkai.render.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.gongkai.cache.CachedRecords;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.source.SourceTexts;
import org.gongkai.input.source.SourceTree;
import org.gongkai.markup.Body;
import org.gongkai.markup.CountingConverter;
import org.gongkai.markup.LinkResolver;
import org.gongkai.markup.convert.Converters;
import org.gongkai.problem.Problem;
import org.gongkai.render.page.BodyInputs.RecordedLinks;
import org.jsoup.parser.Parser;

/** Converts the bodies of entries, or returns the cached results of an earlier build. Safe for many threads. */
public record BodyConverter(
        SourceTree source, SourceTexts texts, Converters converters, CachedRecords<CachedBody> cache) {

    /** @param context its cache has the results of earlier conversions */
    public BodyConverter(RenderContext context) {
        this(
                context.source(),
                context.texts(),
                context.converters(),
                context.cache().records("body ", CachedBody.class));
    }

    /**
     * A body.
     *
     * @param cached the results that are cached between builds
     * @param html converts it, unless it is converted already
     */
    public record ConvertedBody(CachedBody cached, Supplier<Body> html) {

        /** Returns the fingerprint of its HTML. */
        public String fingerprint() {
            return cached.inputs().fingerprint(() -> html.get().html());
        }
    }

    /** Retains the cached results of a body that is not needed. */
    public void retain(String name) {
        cache.retain(name);
    }

    /** Returns whether the body of an entry that asks no counts would be converted to what is cached. */
    boolean isAsBefore(Entry entry, LinkResolver links) {
        return cache.find(entry.path())
                .filter(body -> body.inputs().asked().stream().noneMatch(it -> it.kind() == LinkResolver.Kind.COUNT)
                        && body.inputs().match(source.version(entry.source().file()), source, links))
                .isPresent();
    }

    /**
     * Converts the body of an entry as it is now, or finds it in the cache.
     *
     * @param name its name in the cache: one for each page that shows it
     * @param links resolves its links, and reports their problems
     * @param withoutProblems resolves the same links without reports, for a cached body whose HTML is needed
     */
    public ConvertedBody convert(String name, Entry entry, LinkResolver links, Supplier<LinkResolver> withoutProblems) {
        return convert(
                name,
                entry,
                source.version(entry.source().file()),
                () -> texts.reread(entry.source().file()),
                links,
                withoutProblems);
    }

    /**
     * Converts the body of an entry as it was, as {@link #convert(String, Entry, LinkResolver, Supplier)} does.
     *
     * @param version identifies its text; empty if that might change unnoticed
     * @param text reads its text
     */
    public ConvertedBody convert(
            String name,
            Entry entry,
            String version,
            Supplier<String> text,
            LinkResolver links,
            Supplier<LinkResolver> withoutProblems) {
        Optional<CachedBody> cached =
                cache.find(name).filter(body -> body.inputs().match(version, source, links));
        if (cached.isPresent()) {
            return new ConvertedBody(cached.get(), () -> converters.body(entry, text.get(), withoutProblems.get()));
        }
        RecordedLinks recorded = new RecordedLinks(links);
        Body body = converters.body(entry, text.get(), recorded);
        // The results of third-party engines may depend on anything.
        boolean builtIn = !converters.knowsOther(entry.source().file().ending());
        String given = CountingConverter.text(entry.path(), entry.values().get(CommonField.SUMMARY), recorded);
        CachedBody fresh = new CachedBody(
                BodyInputs.of(builtIn ? version : "", body.included(), recorded, source),
                given.isEmpty() ? Summary.of(body.html()) : given,
                body.anchors(),
                body.problems());
        if (fresh.inputs().areCacheable()) {
            cache.put(name, fresh);
        }
        return new ConvertedBody(fresh, () -> body);
    }

    /**
     * The cached results of the conversion of a body.
     *
     * @param inputs what the conversion depended on
     * @param summary its first sentences as plain text
     * @param anchors the ids in it
     * @param problems problems found in it
     */
    public record CachedBody(BodyInputs inputs, String summary, Set<String> anchors, List<Problem> problems) {}

    /** Extracts the first sentences of a body as plain text. */
    private static final class Summary {

        /** Characters of a summary: two lines of a list. */
        static final int LENGTH = 100;

        private static final Pattern TAG = Pattern.compile("<[^>]*>");
        private static final Pattern LED_TO = Pattern.compile("(?s)：</p>\\s*<(?:div class=\"table|[ou]l\\b).*");

        /** The first paragraphs as text, cut at {@link #LENGTH} characters, until one leads to a table or a list. */
        static String of(String body) {
            String html = body.contains("：</p>") ? LED_TO.matcher(body).replaceFirst("。</p>") : body;
            StringBuilder text = new StringBuilder(LENGTH + 20);
            for (int start = html.indexOf("<p");
                    start >= 0 && text.length() < LENGTH;
                    start = html.indexOf("<p", start + 2)) {
                int open = html.indexOf('>', start);
                int end = html.indexOf("</p>", start);
                if (open < 0 || end < open || html.startsWith("<pre", start)) {
                    continue;
                }
                separate(text);
                text.append(Parser.unescapeEntities(
                                TAG.matcher(html.substring(open + 1, end)).replaceAll(""), false)
                        .replace('\n', ' ')
                        .replace('\u00a0', ' '));
            }
            String summary = text.toString().strip();
            int cut = summary.offsetByCodePoints(0, Math.min(LENGTH, summary.codePointCount(0, summary.length())));
            return cut < summary.length() ? summary.substring(0, cut) + "……" : summary;
        }

        /** Keeps paragraphs apart that no punctuation ends, such as those of cells. */
        private static void separate(StringBuilder text) {
            if (text.length() > 0 && Character.isLetterOrDigit(text.charAt(text.length() - 1))) {
                text.append(' ');
            }
        }
    }
}
