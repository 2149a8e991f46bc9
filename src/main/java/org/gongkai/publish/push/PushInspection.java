package org.gongkai.publish.push;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongkai.history.git.GitRepository;
import org.gongkai.history.git.commit.CommitId;
import org.gongkai.pipeline.edition.RequestedEditions;
import org.gongkai.pipeline.read.SiteSource;
import org.gongkai.publish.hooks.HookSettings;
import org.gongkai.publish.hooks.Push;
import org.gongkai.publish.hooks.Push.RefUpdate;

/**
 * Decides whether a push may be accepted: its references, then its commits, the published branch and the editions.
 *
 * @param listener receives the reason of a rejection, and what the author of the push should know
 */
public record PushInspection(PushContext context, PushListener listener) {

    /**
     * Checks a push.
     *
     * @return whether it may be accepted
     * @throws IOException if the repository or the published site cannot be read; the push is not to be accepted then
     */
    public boolean accepts(List<RefUpdate> updates) throws IOException {
        List<String> branches = updates.stream()
                .filter(RefUpdate::setsBranch)
                .map(RefUpdate::reference)
                .toList();
        HookSettings settings = context.settings();
        boolean isFirst = settings.isDefaultBranch()
                && !branches.isEmpty()
                && !branches.contains(settings.branch())
                && !context.isBranchThere();
        if (isFirst && branches.size() > 1) {
            listener.rejected(List.of("还没有定下网站发布哪个分支，这次推送了几个："
                    + branches.stream().map(RefUpdate::shortName).sorted().collect(Collectors.joining("、"))
                    + "；请先只推送要发布的那一个"));
            return false;
        }
        if (!accepts(updates, isFirst ? context.publishing(branches.get(0)) : context)) {
            return false;
        }
        if (isFirst) {
            listener.noted("网站以后发布分支 " + RefUpdate.shortName(branches.get(0)) + "，它是第一个推送的分支");
            return true;
        }
        for (String branch : branches) {
            if (!branch.equals(settings.branch())) {
                listener.noted("分支 " + RefUpdate.shortName(branch) + " 不发布；网站发布的是分支 "
                        + RefUpdate.shortName(settings.branch())
                        + (branches.contains(settings.branch()) || context.isBranchThere() ? "" : "，它还没有推送过"));
            }
        }
        return true;
    }

    private boolean accepts(List<RefUpdate> updates, PushContext context) throws IOException {
        Push push = Push.of(
                updates,
                context.settings().branch(),
                "refs/tags/" + SiteSource.EDITION_TAGS,
                RequestedEditions::isName);
        if (!push.refusals().isEmpty()) {
            listener.rejected(push.refusals());
            return false;
        }
        if (!new PushedCommitsCheck(context, listener).accepts(updates, push.site())) {
            return false;
        }
        if (push.site().isPresent()
                && !new BranchCheck(context, listener).accepts(push.site().get())) {
            return false;
        }
        return push.editions().isEmpty() || new EditionTagCheck(context, listener).accepts(push);
    }

    /** Checks all commits of a push, on any branch or tag, before the site itself is checked. */
    private record PushedCommitsCheck(PushContext context, PushListener listener) {

        /** Whether the commits may be accepted. */
        boolean accepts(List<RefUpdate> updates, Optional<RefUpdate> site) throws IOException {
            List<String> objects = updates.stream()
                    .filter(update -> !update.deletes())
                    .map(RefUpdate::after)
                    .distinct()
                    .toList();
            if (objects.isEmpty()) {
                return true;
            }
            Optional<CommitId> published = site.map(update -> new CommitId(update.after()));
            if (published.isEmpty()) {
                published = tip();
            }
            NewCommitsCheck.Result result = new NewCommitsCheck(context).check(objects, published);
            if (!result.found().isEmpty()) {
                listener.rejectedForCommits(
                        result.found(),
                        site.filter(update -> !update.creates())
                                .map(RefUpdate::before)
                                .or(() -> result.base().map(CommitId::name)));
            }
            return result.found().isEmpty();
        }

        private Optional<CommitId> tip() throws IOException {
            try (GitRepository git =
                    GitRepository.containing(context.repository()).orElseThrow()) {
                return git.reference(context.settings().branch());
            }
        }
    }
}
