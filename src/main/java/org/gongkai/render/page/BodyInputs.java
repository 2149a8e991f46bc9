package org.gongkai.render.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.gongkai.input.source.SourceTree;
import org.gongkai.markup.LinkResolver;
import org.gongkai.render.model.Fingerprint;
import org.gongkai.render.page.BodyInputs.RecordedLinks.Asked;

/**
 * Everything that the conversion of a body depends on besides the program: the same text, with the same included
 * files and the same link targets, gives the same HTML.
 *
 * @param version version of its file; empty if unknown
 * @param included versions of the files included in it, by their paths
 * @param asked its links and their targets, its counts and their numbers
 */
public record BodyInputs(String version, Map<String, String> included, List<Asked> asked) {

    private static final String UNKNOWN = "";
    private static final String ABSENT = "-";

    /**
     * Returns the inputs of a completed conversion.
     *
     * @param included paths of the included files
     */
    static BodyInputs of(String version, Set<String> included, RecordedLinks links, SourceTree source) {
        return new BodyInputs(version, versions(included, source), links.asked());
    }

    /** Returns whether a later build can detect changes of these inputs. */
    boolean areCacheable() {
        return !version.equals(UNKNOWN) && !included.containsValue(UNKNOWN);
    }

    /**
     * Whether a conversion now would have the same; links that answer tell what is wrong with them, as they would
     * then.
     */
    boolean match(String now, SourceTree source, LinkResolver links) {
        return areCacheable()
                && version.equals(now)
                && (included.isEmpty() || included.equals(versions(included.keySet(), source)))
                && asked.stream().allMatch(link -> link.isAnsweredBy(links));
    }

    /**
     * Returns the fingerprint of the HTML, without converting the body where the inputs suffice.
     *
     * @param html converts the body
     */
    String fingerprint(Supplier<String> html) {
        Fingerprint fingerprint = new Fingerprint();
        if (!areCacheable()) {
            return fingerprint.add(html.get()).text();
        }
        fingerprint.add(version);
        included.forEach((path, held) -> fingerprint.add(path).add(held));
        for (Asked link : asked) {
            fingerprint
                    .add(link.destination())
                    .add(link.target().href())
                    .add(link.target().label());
        }
        return fingerprint.text();
    }

    private static Map<String, String> versions(Set<String> paths, SourceTree source) {
        Map<String, String> versions = new TreeMap<>();
        for (String path : paths) {
            versions.put(path, source.file(path).map(source::version).orElse(ABSENT));
        }
        return versions;
    }

    /** Records the links of a body and their targets, its counts and their numbers. */
    static final class RecordedLinks implements LinkResolver {

        private final LinkResolver links;
        private final List<Asked> asked = new ArrayList<>();

        RecordedLinks(LinkResolver links) {
            this.links = links;
        }

        /**
         * A link and its target.
         *
         * @param kind link, image or count
         * @param destination as it was typed
         */
        record Asked(Kind kind, String destination, int line, int column, Target target) {

            /** Returns whether a resolver gives the same target; it reports problems as in a conversion. */
            boolean isAnsweredBy(LinkResolver links) {
                return links.resolve(kind, destination, line, column).equals(target);
            }
        }

        @Override
        public Target resolve(Kind kind, String destination, int line, int column) {
            Target target = links.resolve(kind, destination, line, column);
            asked.add(new Asked(kind, destination, line, column, target));
            return target;
        }

        List<Asked> asked() {
            return List.copyOf(asked);
        }
    }
}
