package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.testing.Promise;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever drawing is taken: in a browser without a policy it runs nothing and fetches nothing. */
@BrowserTest
@Promise("Entries, attachments and commit messages are not trusted")
@Promise("HostileContentTest and HostileDrawingsTest try all of it")
class HostileDrawingsTest {

    /** How many changed drawings are tried; {@code -Ddrawings=20000} for a long series. */
    private static final int CHANGED = Integer.getInteger("drawings", 600);

    /** How many drawings one entry has attached. */
    private static final int ATTACHED = 1000;

    @TempDir
    private static Path folder;

    private static DrawingJudge judge;

    @BeforeAll
    static void openJudge() throws IOException {
        judge = new DrawingJudge();
    }

    @AfterAll
    static void closeJudge() {
        judge.close();
    }

    /** Every hostile drawing by its number. */
    private static Map<Integer, byte[]> hostile() {
        Map<Integer, byte[]> all = new TreeMap<>();
        HostileDrawings.list("svg.txt")
                .forEach(item -> all.put(
                        all.size(),
                        HostileDrawings.made(item, judge.trap(all.size())).getBytes(StandardCharsets.UTF_8)));
        HostileDrawings.encoded(judge::trap).forEach(drawing -> all.put(all.size(), drawing.apply(all.size())));
        return all;
    }

    /** Of drawings those that the program takes. */
    private static Map<Integer, byte[]> taken(String name, Map<Integer, byte[]> drawings) {
        Map<Integer, String> refused = refused(name, drawings);
        Map<Integer, byte[]> taken = new TreeMap<>(drawings);
        taken.keySet().removeAll(refused.keySet());
        return taken;
    }

    /** Of drawings those that the program refuses when an entry has them attached, with what it says. */
    private static Map<Integer, String> refused(String name, Map<Integer, byte[]> drawings) {
        SiteFolder site = new SiteFolder(folder.resolve(name));
        List<Integer> numbers = List.copyOf(drawings.keySet());
        drawings.forEach((number, bytes) -> site.file("content/通知/" + number + ".svg", bytes));
        for (int from = 0; from < numbers.size(); from += ATTACHED) {
            String names = numbers.subList(from, Math.min(numbers.size(), from + ATTACHED)).stream()
                    .map(number -> number + ".svg")
                    .collect(Collectors.joining(", "));
            site.entry("content/通知/图" + from + ".md", "标题: 图", "发布日期: 2024-05-01", "附件: [" + names + "]");
        }
        Map<Integer, String> refused = new TreeMap<>();
        String said = site.build().err();
        assertThat(said).doesNotContain("错误 E1", "错误 E4");
        Matcher problems = Pattern.compile("(?m)^content/通知/(\\d+)\\.svg:\\d+:\\d+: 错误 (E25[19] .*)$")
                .matcher(said);
        while (problems.find()) {
            refused.put(Integer.parseInt(problems.group(1)), problems.group(2));
        }
        return refused;
    }

    private static String readable(Map<Integer, TreeSet<String>> acting, Map<Integer, byte[]> drawings) {
        return acting.entrySet().stream()
                .map(one -> one + ": " + new String(drawings.get(one.getKey()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"));
    }

    @Test
    @Promise("SVG passes only with the elements")
    @DisplayName("refuses every drawing that acts, however it hides that")
    void refusesThemAll() {
        Map<Integer, byte[]> all = hostile();

        assertThat(taken("all", all).values())
                .extracting(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .isEmpty();
    }

    @Test
    @DisplayName("holds drawings most of which do act where nothing keeps them from it: a third of them is tried")
    void theyDoAct(Browser browser) {
        Map<Integer, byte[]> third = hostile();
        third.keySet().removeIf(number -> number % 3 != 0);

        assertThat(judge.acting(browser, third)).hasSizeGreaterThan(50);
    }

    @Test
    @DisplayName("takes no drawing, changed at random, that acts in a browser")
    void changedAtRandom(Browser browser) {
        List<String> hostile = HostileDrawings.list("svg.txt");
        List<String> honest = HostileDrawings.list("svg-honest.txt");
        Random random = new Random(20240601);
        Map<Integer, byte[]> changed = new TreeMap<>();
        for (int i = 0; i < CHANGED; i++) {
            List<String> from = i % 2 == 0 ? honest : hostile;
            String item = from.get(random.nextInt(from.size()));
            changed.put(
                    i,
                    HostileDrawings.made(HostileDrawings.changed(item, hostile, random), judge.trap(i))
                            .getBytes(StandardCharsets.UTF_8));
        }

        Map<Integer, byte[]> taken = taken("changed", changed);

        assertThat(taken).hasSizeGreaterThan(CHANGED / 30);
        assertThat(readable(judge.acting(browser, taken), taken)).isEmpty();
    }

    @Test
    @Promise("SVG passes only with the elements")
    @DisplayName("takes honest drawings as programs save them, byte for byte, and they act in no browser")
    void honestOnes(Browser browser) {
        List<String> honest = HostileDrawings.list("svg-honest.txt");
        Map<Integer, byte[]> drawings = new TreeMap<>();
        IntStream.range(0, honest.size())
                .forEach(i -> drawings.put(
                        i, HostileDrawings.made(honest.get(i), judge.trap(i)).getBytes(StandardCharsets.UTF_8)));

        assertThat(refused("honest", drawings)).isEmpty();
        assertThat(readable(judge.acting(browser, drawings), drawings)).isEmpty();
    }
}
