package org.gongkai.publish.hooks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The references of a push by their meaning for the site. Only the published branch and the edition tags concern it;
 * other branches and tags are accepted. Other references are refused: notes and replacements change what git shows.
 *
 * @param site the update of the published branch; empty if the push does not update it
 * @param editions the new edition tags
 * @param refusals why the push is refused regardless of its content, in Chinese sentences without their full stop
 */
public record Push(Optional<RefUpdate> site, List<RefUpdate> editions, List<String> refusals) {

    private static final String BRANCHES = "refs/heads/";
    private static final String TAGS = "refs/tags/";

    public Push {
        editions = List.copyOf(editions);
        refusals = List.copyOf(refusals);
    }

    /**
     * Classifies the references of a push.
     *
     * @param branch full name of the published branch
     * @param editionTags prefix of the edition tags, such as {@code refs/tags/edition/}
     * @param isEditionName accepts valid names of editions
     */
    public static Push of(List<RefUpdate> updates, String branch, String editionTags, Predicate<String> isEditionName) {
        List<String> refusals = new ArrayList<>();
        List<RefUpdate> editions = new ArrayList<>();
        Optional<RefUpdate> site = Optional.empty();
        for (RefUpdate update : updates) {
            String name = update.reference();
            if (!name.startsWith(BRANCHES) && !name.startsWith(TAGS)) {
                if (!update.deletes()) {
                    refusals.add("这个仓库只收分支和标签，不收 " + name);
                }
            } else if (name.equals(branch)) {
                if (update.deletes()) {
                    refusals.add("分支 " + RefUpdate.shortName(branch) + " 是网站的内容，不能删除");
                } else {
                    site = Optional.of(update);
                }
            } else if (name.startsWith(editionTags)) {
                if (!update.creates()) {
                    refusals.add("标签 " + RefUpdate.shortName(name) + " 对应的年度存档只做一次，标签不能改，也不能删；请换一个名字");
                } else if (!isEditionName.test(name.substring(editionTags.length()))) {
                    refusals.add("标签 " + RefUpdate.shortName(name) + " 的名字不能作网址；只用字母、数字、点、横线和下划线");
                } else {
                    editions.add(update);
                }
            }
        }
        return new Push(site, editions, refusals);
    }

    /**
     * An update of a reference by a push: one line that git passes to a hook.
     *
     * @param before the object it refers to; zeros if it is created
     * @param after the object it will refer to; zeros if it is deleted
     * @param reference its full name, such as {@code refs/heads/main}
     */
    public record RefUpdate(String before, String after, String reference) {

        /** Parses lines; malformed ones are skipped. */
        public static List<RefUpdate> of(List<String> lines) {
            return lines.stream()
                    .map(line -> line.split(" ", 3))
                    .filter(words -> words.length == 3)
                    .map(words -> new RefUpdate(words[0], words[1], words[2]))
                    .toList();
        }

        /** A reference as users name it. */
        public static String shortName(String reference) {
            return reference.replaceFirst("^refs/(heads|tags)/", "");
        }

        /** Whether the push sets a branch. */
        public boolean setsBranch() {
            return reference.startsWith("refs/heads/") && !deletes();
        }

        /** Whether the push creates the reference. */
        public boolean creates() {
            return isZero(before);
        }

        /** Whether the push deletes the reference. */
        public boolean deletes() {
            return isZero(after);
        }

        private static boolean isZero(String object) {
            return object.chars().allMatch(c -> c == '0');
        }
    }
}
