package org.gongkai.publish.bundle;

import java.io.IOException;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gongkai.io.TextResource;
import org.gongkai.output.ArchiveWriter;
import org.gongkai.output.Manifest;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.bundle.ReleaseChanges.ReleaseFolder;
import org.gongkai.publish.release.FinishedPage;
import org.gongkai.publish.release.FolderContents;
import org.gongkai.publish.release.ledger.AddressList;
import org.gongkai.publish.release.ledger.Ledger.Release;
import org.gongkai.publish.release.ledger.Store;

/**
 * The differences between two releases, for a person who has to approve the new one, and the texts that an archive has
 * about them: a letter that comes with it, and the list of changes.
 *
 * @param now the release
 * @param since what it is compared with
 * @param note why it is compared with nothing; empty if it is, or if it is the first release
 * @param sections entries and attachments in groups, by their Chinese heading: titles or file names by their addresses
 * @param files every file that differs, prefixed with a mark: {@code +} added, {@code *} changed, {@code -} removed
 */
public record ReleaseChanges(
        ReleaseFolder now,
        Optional<ReleaseFolder> since,
        String note,
        Map<String, Map<String, String>> sections,
        List<String> files) {

    private static final String ADDED = "新增的条目";
    private static final String CHANGED = "内容有改动的条目";
    private static final String REPLACED = "撤下了或换了网址、原处只留说明的条目";
    private static final String REMOVED = "不再公开的条目";
    private static final String RESTYLED = "文字没有变、只有版面、导航或链接变了的条目";
    private static final Map<String, String> ATTACHMENTS = Map.of("+", "新增的附件和图片", "*", "改动的附件和图片", "-", "减少的附件和图片");

    /** Compares two releases; everything is new if there is no earlier one. */
    static ReleaseChanges between(Optional<ReleaseFolder> since, ReleaseFolder now, String note) throws IOException {
        Map<String, Map<String, String>> sections = new LinkedHashMap<>();
        Stream.of(ADDED, CHANGED, REPLACED, REMOVED).forEach(name -> sections.put(name, new LinkedHashMap<>()));
        Stream.of("+", "*", "-").forEach(mark -> sections.put(ATTACHMENTS.get(mark), new LinkedHashMap<>()));
        sections.put(RESTYLED, new LinkedHashMap<>());
        List<String> files = new ArrayList<>();
        Map<String, OutputFile> before = since.map(it -> it.manifest().byPath()).orElse(new TreeMap<>());
        Map<String, OutputFile> after = now.manifest().byPath();
        Set<String> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        for (String path : all) {
            if (Objects.equals(before.get(path), after.get(path))) {
                continue;
            }
            String mark = !before.containsKey(path) ? "+" : after.containsKey(path) ? "*" : "-";
            files.add(mark + " " + path);
            Set<String> lasting = mark.equals("-") ? since.orElseThrow().lasting() : now.lasting();
            if (lasting.contains(path)) {
                Optional<FinishedPage> old = mark.equals("+")
                        ? Optional.empty()
                        : since.orElseThrow().page(path);
                Optional<FinishedPage> page = mark.equals("-") ? Optional.empty() : now.page(path);
                add(path, old.filter(FinishedPage::isEntry), page, sections);
            } else if (ReleaseFolder.isAttachment(path, lasting)) {
                sections.get(ATTACHMENTS.get(mark)).put(path, path.substring(path.lastIndexOf('/') + 1));
            }
        }
        sections.values().removeIf(Map::isEmpty);
        return new ReleaseChanges(now, since, note, sections, files);
    }

    /**
     * Adds an entry. Redirects and notices are no entries, and appear only in the list of files.
     *
     * @param old the entry before, if there was one
     * @param now what is at its address now, if there is something
     */
    private static void add(
            String path,
            Optional<FinishedPage> old,
            Optional<FinishedPage> now,
            Map<String, Map<String, String>> sections) {
        Optional<FinishedPage> page = now.filter(FinishedPage::isEntry);
        if (page.isEmpty()) {
            old.ifPresent(
                    words -> sections.get(now.isPresent() ? REPLACED : REMOVED).put(path, words.title()));
        } else if (old.isEmpty()) {
            sections.get(ADDED).put(path, page.get().title());
        } else {
            boolean renamed = !old.get().title().equals(page.get().title());
            boolean same = !renamed && old.get().words().equals(page.get().words());
            String former = renamed ? "（原标题：" + old.get().title() + "）" : "";
            sections.get(same ? RESTYLED : CHANGED).put(path, page.get().title() + former);
        }
    }

    /** How many files differ, in Chinese. */
    public String counts() {
        return "新增 " + count("+") + "，改动 " + count("*") + "，减少 " + count("-");
    }

    private long count(String mark) {
        return files.stream().filter(file -> file.startsWith(mark)).count();
    }

    private List<String> head() {
        List<String> lines = new ArrayList<>();
        lines.add("发布批次：" + now.named() + "，按 " + now.manifest().asOf() + " 的日期生成");
        lines.add("提交：" + now.manifest().commit().orElse("不是从一个提交生成的"));
        lines.add("内容：" + now.release().published().counts().entries() + " 条，"
                + now.manifest().files().size() + " 个文件");
        lines.add(
                "相比：" + since.map(other -> "发布批次 " + other.named()).orElse(note.isEmpty() ? "没有更早的发布批次，全部是新的" : note));
        lines.add("文件：" + counts());
        return lines;
    }

    byte[] changesText() {
        List<String> lines = new ArrayList<>(List.of("变更说明", ""));
        lines.addAll(head());
        sections.forEach((name, texts) -> {
            lines.add("");
            lines.add(name + "（" + texts.size() + "）");
            texts.forEach((address, text) -> {
                lines.add("  " + text);
                lines.add("    " + address);
            });
        });
        lines.add("");
        lines.add("全部有变化的文件，包括首页、列表和订阅（+ 新增，* 改动，- 减少）");
        files.forEach(file -> lines.add("  " + file));
        return ArchiveWriter.windowsText(lines);
    }

    byte[] readme() {
        return ArchiveWriter.windowsText(TextResource.of(ReleaseChanges.class, "readme.txt")
                .replace("@HEAD@", String.join("\n", head()))
                .lines()
                .toList());
    }

    /**
     * A release that was verified.
     *
     * @param release its state in the ledger
     * @param folder the folder of its files
     * @param manifest its manifest
     * @param lasting its lasting addresses
     */
    record ReleaseFolder(Release release, Path folder, Manifest manifest, Set<String> lasting) {

        private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

        static ReleaseFolder of(Store store, Release release) throws IOException {
            Path folder = store.release(release.id());
            Manifest manifest =
                    FolderContents.manifest(folder).orElseThrow(() -> new PublicationRefused("清单不是本程序写的：" + folder));
            return new ReleaseFolder(
                    release,
                    folder,
                    manifest,
                    AddressList.of(store, release.id()).addresses());
        }

        /** Its name and the time of its publication, in Chinese. */
        String named() {
            return release.id() + "（" + TIME.format(release.record().at()) + " 发布）";
        }

        /** The text of a page. */
        Optional<FinishedPage> page(String address) throws IOException {
            return Optional.of(FinishedPage.of(folder, address));
        }

        /** Whether a file is an attachment or an image of an entry. */
        static boolean isAttachment(String path, Collection<String> lasting) {
            int slash = path.lastIndexOf('/');
            return slash > 0 && !path.endsWith(".html") && lasting.contains(path.substring(0, slash) + ".html");
        }
    }
}
