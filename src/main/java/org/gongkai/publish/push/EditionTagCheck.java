package org.gongkai.publish.push;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.history.git.CommitId;
import org.gongkai.history.git.GitRepository;
import org.gongkai.history.git.GitRepository.GitTag;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.edition.EditionBuilder;
import org.gongkai.pipeline.edition.EditionCatalog;
import org.gongkai.pipeline.read.SiteSource;
import org.gongkai.problem.Problem;
import org.gongkai.publish.Publisher.PreviousReleases;
import org.gongkai.publish.push.PushCheck.RefUpdate;

/** Checks the edition tags of a push. An accepted tag can never be changed, so each must be right from the start. */
record EditionTagCheck(PushContext context, PushMessages messages) {

    /** Whether new tags may be accepted, together with an update of the published branch if there is one. */
    boolean accepts(List<RefUpdate> updates, Optional<RefUpdate> branch) throws IOException {
        List<GitTag> tags = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        Optional<CommitId> tip;
        try (GitRepository git = context.openRepository()) {
            tip = branch.isPresent() ? branch.map(site -> new CommitId(site.after())) : context.tip();
            for (RefUpdate update : updates) {
                String name = update.reference().substring(PushCheck.EDITIONS.length());
                Optional<GitTag> tag = git.tagged(name, update.after());
                if (tag.isEmpty()) {
                    refusals.add("标签 " + SiteSource.EDITION_TAGS + name + " 不是打在提交上的，做不成年度存档");
                } else if (tip.isEmpty() || !git.isAncestor(tag.get().commit(), tip.get())) {
                    refusals.add("标签 " + SiteSource.EDITION_TAGS + name + " 的提交不在网站的分支 "
                            + RefUpdate.shortName(context.settings().branch()) + " 上；请先把提交推送到分支，或换一个提交打标签");
                } else {
                    tags.add(tag.get());
                }
            }
        }
        if (!refusals.isEmpty()) {
            messages.rejected(refusals);
            return false;
        }
        return canBeBuilt(tags, tip.orElseThrow());
    }

    private boolean canBeBuilt(List<GitTag> tags, CommitId tip) throws IOException {
        EditionCatalog catalog = new EditionCatalog();
        EditionBuilder editions = new EditionBuilder(
                context.program().version(), context.clock(), (step, total) -> {}, context.shared(), catalog);
        try (CheckTurn turn = CheckTurn.await(context, Optional.empty(), messages);
                SiteSource site = context.openSite(Optional.of(tip))) {
            for (GitTag tag : tags) {
                List<Problem> errors = turn.run(() -> editions.check(
                        BuildRequest.of(context.repository())
                                .revision(Optional.of(tip.name()))
                                .previous(
                                        new PreviousReleases(context.settings().to(), catalog)),
                        site,
                        tag));
                if (!errors.isEmpty()) {
                    messages.rejectedForEdition(SiteSource.EDITION_TAGS + tag.name(), errors);
                    return false;
                }
            }
            return true;
        } catch (CheckTurn.CheckTimeout e) {
            messages.rejectedByTimeout();
            return false;
        }
    }
}
