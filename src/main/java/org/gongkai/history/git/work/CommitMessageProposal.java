package org.gongkai.history.git.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkai.history.git.work.FileChange.Kind;

/** Proposes a message for a commit, in Chinese. */
public final class CommitMessageProposal {

    /**
     * What an entry is called.
     *
     * @param kind its kind, such as 通知; may be empty
     */
    public record Title(String kind, String title) {}

    private CommitMessageProposal() {}

    /**
     * Proposes a message: one line, of one entry with its title, of several with their number.
     *
     * @param titles the titles of entries, by path; files without one are attachments and the like
     */
    public static String of(List<FileChange> changes, Map<String, Title> titles) {
        List<FileChange> entries = changes.stream()
                .filter(change -> titles.containsKey(change.path()))
                .toList();
        if (entries.size() == 1) {
            FileChange entry = entries.get(0);
            Title title = titles.get(entry.path());
            return verb(entry.kind()) + title.kind() + "《" + title.title() + "》";
        }
        if (entries.isEmpty() && changes.size() == 1) {
            String path = changes.get(0).path();
            return verb(changes.get(0).kind()) + path.substring(path.lastIndexOf('/') + 1);
        }
        return counted(entries.isEmpty() ? changes : entries, entries.isEmpty() ? "个文件" : "篇");
    }

    private static String counted(List<FileChange> changes, String measure) {
        List<String> parts = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            long count =
                    changes.stream().filter(change -> change.kind() == kind).count();
            if (count > 0) {
                parts.add(verb(kind) + count + measure);
            }
        }
        return String.join("、", parts);
    }

    private static String verb(Kind kind) {
        return switch (kind) {
            case NEW -> "新增";
            case MODIFIED -> "修改";
            case DELETED -> "删除";
            case RENAMED -> "移动";
        };
    }
}
