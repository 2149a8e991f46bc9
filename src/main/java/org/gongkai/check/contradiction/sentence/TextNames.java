package org.gongkai.check.contradiction.sentence;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.check.prose.Prose;
import org.gongkai.input.data.Value;
import org.gongkai.text.Characters;
import org.gongkai.text.NameList;

/**
 * The names of persons in the texts of a site, where names stand: in lists, in cells, before 同志, at the beginning of a
 * clause.
 *
 * @param all by each name, the texts in which it stands, and where
 * @param sound returns how a name is pronounced
 */
public record TextNames(Map<String, Map<String, Named>> all, UnaryOperator<String> sound) {

    private static final int LENGTH = 3;

    /** A name in so many texts is that of somebody; so many names in a text show whom it names. */
    private static final int KNOWN = 3;

    /** A name in so many texts is that of somebody if another one sounds like it. */
    private static final int HEARD = 2;

    private static final String MARKS = "、,，。；;：:|（(由请";

    private static final String GIVEN = "给由向对让和与跟";

    /**
     * A name in a text.
     *
     * @param isAlone whether it is all that stands between two marks
     */
    public record Named(boolean isAlone, Value.Text at) {}

    /** Returns what may be a name in some lines, the first of each. */
    public static List<Named> in(List<Prose> lines) {
        Map<String, Named> names = new TreeMap<>();
        for (Prose line : lines) {
            String text = line.text();
            for (int i = 0, before = 0; i <= text.length(); i++) {
                char c = i < text.length() ? text.charAt(i) : '|';
                if (MARKS.indexOf(c) >= 0 || c == '同' && text.startsWith("同志", i)) {
                    // Behind the mark before, and before this one.
                    int from = Characters.end(text, before, Characters::isSpace);
                    int to = Characters.start(text, i, Characters::isSpace);
                    for (int start : List.of(from, Math.max(from, to - LENGTH))) {
                        add(line, start, Math.min(to, start + LENGTH), to - from <= LENGTH, names);
                    }
                    // 交给某某同志: a name of two characters is not all that stands between two marks.
                    if (c == '同' && to - from > LENGTH && GIVEN.indexOf(text.charAt(to - LENGTH)) >= 0) {
                        add(line, to - LENGTH + 1, to, true, names);
                    }
                    before = i + (c == '同' ? 2 : 1);
                }
            }
        }
        return List.copyOf(names.values());
    }

    private static void add(Prose line, int from, int to, boolean isAlone, Map<String, Named> names) {
        if (to - from >= LENGTH - 1
                && NameList.isSurname(line.text().charAt(from))
                && Characters.end(line.text(), from, Characters::isHan) >= to) {
            Value.Text at = line.at(from, line.text().substring(from, to));
            names.merge(at.text(), new Named(isAlone, at), (one, other) -> one.isAlone() ? one : other);
        }
    }

    public void add(String path, Stream<Named> names) {
        names.filter(it -> ListedCounts.mayBeName(it.at().text()))
                .forEach(it -> all.computeIfAbsent(it.at().text(), any -> new HashMap<>())
                        .merge(path, it, (one, other) -> one.isAlone() ? one : other));
    }

    /**
     * Tells of names that stand in one text only, and differ in one character from one that stands in several, or have
     * its characters in another order.
     */
    public void misspelt(Misspelt found) {
        Map<String, Set<String>> alike = new HashMap<>();
        Map<String, Set<String>> named = new HashMap<>();
        all.forEach((name, places) -> {
            if (places.size() >= HEARD && isName(name)) {
                Stream.concat(masks(name), turned(name))
                        .forEach(mask -> alike.computeIfAbsent(mask, any -> new HashSet<>())
                                .add(name));
            }
            places.keySet().forEach(path -> named.computeIfAbsent(path, any -> new HashSet<>())
                    .add(name));
        });
        all.forEach((name, places) -> {
            if (places.size() > 1) {
                return;
            }
            Set<String> meant = Stream.concat(masks(name), turned(name))
                    .flatMap(mask -> alike.getOrDefault(mask, Set.of()).stream())
                    .collect(Collectors.toSet());
            String path = places.keySet().iterator().next();
            boolean isLong = name.length() == LENGTH;
            if (meant.size() == 1) {
                String other = meant.iterator().next();
                if (isLong && turned(name).anyMatch(turned(other).toList()::contains)) {
                    found.tell(path, places.get(path).at(), other);
                    return;
                }
                boolean sounds = sound.apply(name).equals(sound.apply(other)) && (isLong || isName(name));
                boolean isKnown = all.get(other).size() >= KNOWN;
                if (sounds && (isLong || isKnown)
                        || isKnown && isLong && isName(name) && isAmongOthers(name, other, named.get(path))) {
                    found.tell(path, places.get(path).at(), other);
                }
            }
        });
    }

    private boolean isName(String name) {
        return all.get(name).values().stream().anyMatch(Named::isAlone);
    }

    /** Whether all others whom a text names are known, and the one whose name it may be is none of them. */
    private boolean isAmongOthers(String name, String other, Set<String> named) {
        List<String> others = named.stream()
                .filter(it -> it.length() == LENGTH && !it.equals(name) && isName(it))
                .toList();
        return name.charAt(0) == other.charAt(0)
                && others.size() >= KNOWN
                && !named.contains(other)
                && others.stream().allMatch(it -> all.get(it).size() > 1);
    }

    /** A name with each of its characters left out. */
    private static Stream<String> masks(String name) {
        return IntStream.range(0, name.length()).mapToObj(i -> name.substring(0, i) + "?" + name.substring(i + 1));
    }

    /** The characters of a name of three, in one order for all. */
    private static Stream<String> turned(String name) {
        return name.length() < LENGTH
                ? Stream.empty()
                : Stream.of(name.codePoints().sorted().boxed().toList().toString());
    }

    /** Takes the path of a text, where a name is misspelt, and the name. */
    @FunctionalInterface
    public interface Misspelt {
        void tell(String path, Value.Text at, String meant);
    }
}
