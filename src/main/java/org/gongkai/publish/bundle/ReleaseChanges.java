package org.gongkai.publish.bundle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gongkai.output.Manifest.OutputFile;
import org.gongkai.publish.bundle.ReleaseFolder.PageText;

/**
 * The differences between two releases, for a person who has to approve the new one.
 *
 * @param sections entries and attachments in groups
 * @param files every file that differs, prefixed with a mark: {@code +} added, {@code *} changed, {@code -} removed
 */
record ReleaseChanges(List<Section> sections, List<String> files) {

    /**
     * A group.
     *
     * @param name the Chinese heading
     * @param lines its entries or attachments
     */
    record Section(String name, List<Line> lines) {}

    /**
     * An entry or an attachment.
     *
     * @param text its title or file name
     * @param address its present or previous address
     * @param isThere whether the new release has it
     */
    record Line(String text, String address, boolean isThere) {}

    /** Compares two releases; everything is new if there is no earlier one. */
    static ReleaseChanges between(Optional<ReleaseFolder> since, ReleaseFolder now) {
        return new Comparison(since, now).changes();
    }

    private static final class Comparison {
        private final Optional<ReleaseFolder> since;
        private final ReleaseFolder now;
        private final Map<String, OutputFile> before;
        private final Map<String, OutputFile> after;
        private final List<Line> added = new ArrayList<>();
        private final List<Line> changed = new ArrayList<>();
        private final List<Line> restyled = new ArrayList<>();
        private final List<Line> replaced = new ArrayList<>();
        private final List<Line> removed = new ArrayList<>();
        private final List<Line> addedFiles = new ArrayList<>();
        private final List<Line> changedFiles = new ArrayList<>();
        private final List<Line> removedFiles = new ArrayList<>();

        Comparison(Optional<ReleaseFolder> since, ReleaseFolder now) {
            this.since = since;
            this.now = now;
            this.before = since.map(it -> it.manifest().byPath()).orElse(new TreeMap<>());
            this.after = now.manifest().byPath();
        }

        ReleaseChanges changes() {
            Set<String> all = new TreeSet<>(before.keySet());
            all.addAll(after.keySet());
            Map<String, String> marks = new TreeMap<>();
            for (String path : all) {
                boolean old = before.containsKey(path);
                if (!old || !before.get(path).equals(after.get(path))) {
                    marks.put(path, !after.containsKey(path) ? "-" : old ? "*" : "+");
                }
            }
            marks.forEach(this::sort);
            return new ReleaseChanges(
                    sections(),
                    marks.entrySet().stream()
                            .map(mark -> mark.getValue() + " " + mark.getKey())
                            .toList());
        }

        private void sort(String path, String mark) {
            Set<String> lasting =
                    mark.equals("-") ? since.map(ReleaseFolder::lasting).orElse(Set.of()) : now.lasting();
            if (lasting.contains(path)) {
                page(path, mark);
            } else if (ReleaseFolder.isAttachment(path, lasting)) {
                (mark.equals("+") ? addedFiles : mark.equals("-") ? removedFiles : changedFiles)
                        .add(new Line(path.substring(path.lastIndexOf('/') + 1), path, !mark.equals("-")));
            }
        }

        /** Adds an entry. Redirects and notices are no entries, and appear only in the list of files. */
        private void page(String path, String mark) {
            Optional<PageText> old = mark.equals("+")
                    ? Optional.empty()
                    : Optional.of(since.orElseThrow().page(path)).filter(PageText::isEntry);
            Optional<PageText> page = mark.equals("-")
                    ? Optional.empty()
                    : Optional.of(now.page(path)).filter(PageText::isEntry);
            if (page.isEmpty()) {
                List<Line> gone = mark.equals("-") ? removed : replaced;
                old.ifPresent(words -> gone.add(new Line(words.title(), path, !mark.equals("-"))));
            } else if (old.isEmpty()) {
                added.add(new Line(page.get().title(), path, true));
            } else {
                boolean renamed = !old.get().title().equals(page.get().title());
                boolean same = !renamed && old.get().words().equals(page.get().words());
                String former = renamed ? "（原标题：" + old.get().title() + "）" : "";
                (same ? restyled : changed).add(new Line(page.get().title() + former, path, true));
            }
        }

        private List<Section> sections() {
            List<Section> sections = new ArrayList<>();
            add(sections, "新增的条目", added);
            add(sections, "内容有改动的条目", changed);
            add(sections, "撤下了或换了网址、原处只留说明的条目", replaced);
            add(sections, "不再公开的条目", removed);
            add(sections, "新增的附件和图片", addedFiles);
            add(sections, "改动的附件和图片", changedFiles);
            add(sections, "减少的附件和图片", removedFiles);
            add(sections, "文字没有变、只有版面、导航或链接变了的条目", restyled);
            return sections;
        }

        private static void add(List<Section> sections, String name, List<Line> lines) {
            if (!lines.isEmpty()) {
                lines.sort(Comparator.comparing(Line::address));
                sections.add(new Section(name, List.copyOf(lines)));
            }
        }
    }

    /** The number of files with a mark. */
    long count(String mark) {
        return files.stream().filter(file -> file.startsWith(mark)).count();
    }
}
