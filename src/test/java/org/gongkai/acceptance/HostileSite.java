package org.gongkai.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.testing.GitFolder;
import org.gongkai.testing.SiteFolder;

/**
 * A site whose every entry was written by somebody who means harm: bodies in three languages, titles, tags, columns, names
 * of files, messages of commits. In what they wrote, {@code JS} stands for a script that leaves a mark in the window, and
 * {@code URL} for a server that takes note of who calls.
 */
final class HostileSite {

    static final String SCRIPT = "pwned=1";

    /** A transparent picture of one dot, so that whatever waits for a picture to load need not wait in vain. */
    private static final byte[] DOT = java.util.Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /** What an entry may not switch off, a site may neither; of all else it is only warned here. */
    private static final String SETTINGS =
            "名称: 演示\n规则: {E201: 警告, E202: 警告, E203: 警告, E206: 警告, E207: 警告, E209: 警告, E212: 警告}\n";

    private final SiteFolder site;
    private final String trap;
    private final Map<String, String> bodies = new LinkedHashMap<>();
    private final TreeSet<String> refused = new TreeSet<>();

    HostileSite(Path folder, String trap) {
        this.site = new SiteFolder(folder).file("content/_data/site.yml", SETTINGS);
        this.trap = trap;
        site.file("content/通知/a.png", DOT).entry("content/通知/b.md", "标题: 平常的一条", "发布日期: 2024-05-01", "栏目: 通知");
    }

    /** Writes every entry, commits them, and takes those out again that are refused. */
    HostileSite written() {
        GitFolder git = new GitFolder(site.root());
        write("markdown.txt", "md");
        write("asciidoc.txt", "adoc");
        write("html.txt", "html");
        titles();
        git.commit("2024-05-02", "$(touch pwned)", "<script>pwned=1</script> ${7*7} ]]> {{7*7}} \"';pwned=1//");
        bodies.forEach((path, text) -> site.file(path, text + "\n\n又一段。\n"));
        git.commit("2024-05-03", "\" onclick=\"pwned=1", "改\u001B[2J \u202E <img src=x onerror=pwned=1>");
        Matcher errors = Pattern.compile("(?m)^(content/[^\\n]*?):\\d+:\\d+: 错误")
                .matcher(site.build().err());
        while (errors.find()) {
            refused.add(errors.group(1));
        }
        refused.forEach(site::delete);
        git.commit("2024-05-04", "某委员", "删去");
        return this;
    }

    private void write(String list, String ending) {
        int number = 1;
        for (String body : list(list, "\n%%\n")) {
            String name = String.format(java.util.Locale.ROOT, "%s-%02d", ending, number++);
            String header = ending.equals("adoc")
                    ? "= 第" + name + "条\n:发布日期: 2024-05-01\n:栏目: 通知\n\n"
                    : "---\n标题: 第" + name + "条\n发布日期: 2024-05-01\n栏目: 通知\n---\n\n";
            entry("content/通知/" + name + "." + ending, header + body + "\n");
        }
    }

    private void titles() {
        int number = 1;
        for (String title : list("titles.txt", "\n")) {
            String file = title.replace("/", "／").replaceAll("[\\\\\"|?*:<>]", "＿") + ".txt";
            String quoted = "'" + title.replace("'", "''") + "'";
            site.file("content/通知/" + file, "字\n");
            entry(
                    "content/通知/title-" + number++ + ".md",
                    "---\n标题: " + quoted + "\n发布日期: 2024-05-01\n栏目: 通知\n标签: [" + quoted + "]\n摘要: " + quoted
                            + "\n发布机构: " + quoted + "\n附件: '" + file.replace("'", "''") + "'\n---\n\n字。\n");
        }
    }

    private void entry(String path, String text) {
        bodies.put(path, text);
        site.file(path, text);
    }

    /** The items of a list, made to do what they can. */
    List<String> list(String name, String separator) {
        try (InputStream in = HostileSite.class.getResourceAsStream("hostile/" + name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
            return new ArrayList<>(Arrays.stream(text.split(separator))
                    .map(item -> item.replaceAll("\\bJS\\b", SCRIPT).replaceAll("\\bURL\\b", trap))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SiteFolder site() {
        return site;
    }

    /** Paths of what the program did not take. */
    TreeSet<String> refused() {
        return refused;
    }

    /** How many entries it took. */
    int taken() {
        return bodies.size() - refused.size();
    }
}
