package org.gongkai.pipeline.edition;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.history.git.GitRepository.GitTag;
import org.gongkai.pipeline.read.SiteSource;

/** Decides which tags name editions that have to be built. */
final class EditionSelector {

    private final EditionCatalog catalog;
    private final Consumer<String> notes;

    /** @param notes receives the reason, in Chinese, for each edition that is requested but must not be built */
    EditionSelector(EditionCatalog catalog, Consumer<String> notes) {
        this.catalog = catalog;
        this.notes = notes;
    }

    /**
     * The tags of the editions to build, oldest first.
     *
     * @throws IOException if the repository cannot be read
     */
    List<GitTag> select(SiteSource site) throws IOException {
        List<GitTag> selected = new ArrayList<>();
        for (GitTag tag : site.editions()) {
            if (isMissing(tag) && isAllowed(tag, site)) {
                selected.add(tag);
            }
        }
        return selected;
    }

    private boolean isMissing(GitTag tag) {
        if (!RequestedEditions.isName(tag.name())) {
            notes.accept(describe(tag) + " 的名字不能作网址（只用字母、数字、点、横线和下划线），没有做成年度存档");
            return false;
        }
        if (!catalog.isComplete(tag.name())) {
            return true;
        }
        Optional<String> commit = catalog.commit(tag.name());
        if (commit.isPresent() && !commit.get().equals(tag.commit().name())) {
            notes.accept(describe(tag) + " 换了提交，已经发布的年度存档不改");
        }
        return false;
    }

    private boolean isAllowed(GitTag tag, SiteSource site) throws IOException {
        if (!site.contains(tag.commit())) {
            notes.accept(describe(tag) + " 的提交不在发布的分支上，没有做成年度存档");
            return false;
        }
        return true;
    }

    /** How messages refer to a tag. */
    static String describe(GitTag tag) {
        return "标签 " + SiteSource.EDITION_TAGS + tag.name();
    }
}
