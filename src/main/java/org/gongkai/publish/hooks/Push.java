package org.gongkai.publish.hooks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a push means for the site. Only the branch that is published and the tags of editions concern it; other branches and
 * tags pass. References of other names do not: notes and replaced objects change what git shows, and nobody asks for them.
 *
 * @param site the update of the branch that is published; empty if the push leaves it alone
 * @param editions the tags of editions that it brings
 * @param refusals why the push is refused whatever it holds, in Chinese sentences without their full stop
 */
public record Push(Optional<RefUpdate> site, List<RefUpdate> editions, List<String> refusals) {

    private static final String BRANCHES = "refs/heads/";
    private static final String TAGS = "refs/tags/";

    public Push {
        editions = List.copyOf(editions);
        refusals = List.copyOf(refusals);
    }

    /**
     * Looks at a push.
     *
     * @param branch whole name of the branch that is published
     * @param editionTags beginning of the names of tags that name editions, such as {@code refs/tags/edition/}
     * @param isEditionName whether a name can be that of an edition
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
                    refusals.add("分支 " + shortName(branch) + " 是网站的内容，不能删除");
                } else {
                    site = Optional.of(update);
                }
            } else if (name.startsWith(editionTags)) {
                if (!update.creates()) {
                    refusals.add("标签 " + shortName(name) + " 对应的往年版本只做一次，标签不能改，也不能删；请换一个名字");
                } else if (!isEditionName.test(name.substring(editionTags.length()))) {
                    refusals.add("标签 " + shortName(name) + " 的名字不能作网址；只用字母、数字、点、横线和下划线");
                } else {
                    editions.add(update);
                }
            }
        }
        return new Push(site, editions, refusals);
    }

    private static String shortName(String reference) {
        return reference.replaceFirst("^refs/(heads|tags)/", "");
    }
}
