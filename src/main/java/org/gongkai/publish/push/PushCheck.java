package org.gongkai.publish.push;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongkai.history.git.CommitId;
import org.gongkai.history.git.GitRepository;
import org.gongkai.history.git.GitRepository.GitTag;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.edition.EditionBuilder;
import org.gongkai.pipeline.edition.EditionCatalog;
import org.gongkai.pipeline.edition.RequestedEditions;
import org.gongkai.pipeline.read.SiteSource;
import org.gongkai.problem.Problem;
import org.gongkai.publish.Publisher.PreviousReleases;
import org.gongkai.publish.hooks.CheckedSite;
import org.gongkai.publish.hooks.HookSettings;

/**
 * Decides whether a push may be accepted: its references, then its commits, the published branch and the editions.
 *
 * @param screen shows the reason of a rejection, and what the author of the push should know
 */
public record PushCheck(PushContext context, PushMessages messages) {

    public PushCheck(PushContext context, Screen screen) {
        this(context, new PushMessages(screen));
    }

    private static final String BRANCHES = "refs/heads/";
    private static final String TAGS = "refs/tags/";
    /** Prefix of the edition tags. */
    static final String EDITIONS = TAGS + SiteSource.EDITION_TAGS;

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
                && context.tip().isEmpty();
        if (isFirst && branches.size() > 1) {
            messages.rejected(List.of("还没有定下网站发布哪个分支，这次推送了几个："
                    + branches.stream().map(RefUpdate::shortName).sorted().collect(Collectors.joining("、"))
                    + "；请先只推送要发布的那一个"));
            return false;
        }
        if (!accepts(updates, isFirst ? context.publishing(branches.get(0)) : context)) {
            return false;
        }
        if (isFirst) {
            messages.noted("网站以后发布分支 " + RefUpdate.shortName(branches.get(0)) + "，它是第一个推送的分支");
            return true;
        }
        for (String branch : branches) {
            if (!branch.equals(settings.branch())) {
                messages.noted("分支 " + RefUpdate.shortName(branch) + " 不发布；网站发布的是分支 "
                        + RefUpdate.shortName(settings.branch())
                        + (branches.contains(settings.branch()) || context.tip().isPresent() ? "" : "，它还没有推送过"));
            }
        }
        return true;
    }

    /**
     * Only the published branch and the edition tags concern the site; other branches and tags are accepted. Other
     * references are refused: notes and replacements change what git shows.
     */
    private boolean accepts(List<RefUpdate> updates, PushContext context) throws IOException {
        List<String> refusals = new ArrayList<>();
        List<RefUpdate> editions = new ArrayList<>();
        Optional<RefUpdate> site = Optional.empty();
        for (RefUpdate update : updates) {
            String name = update.reference();
            String shown = RefUpdate.shortName(name);
            if (!name.startsWith(BRANCHES) && !name.startsWith(TAGS)) {
                if (!update.deletes()) {
                    refusals.add("这个仓库只收分支和标签，不收 " + name);
                }
            } else if (name.equals(context.settings().branch())) {
                if (update.deletes()) {
                    refusals.add("分支 " + shown + " 是网站的内容，不能删除");
                } else {
                    site = Optional.of(update);
                }
            } else if (name.startsWith(EDITIONS)) {
                if (!update.creates()) {
                    refusals.add("标签 " + shown + " 对应的年度存档只做一次，标签不能改，也不能删；请换一个名字");
                } else if (!RequestedEditions.isName(name.substring(EDITIONS.length()))) {
                    refusals.add("标签 " + shown + " 的名字不能作网址；只用字母、数字、点、横线和下划线");
                } else {
                    editions.add(update);
                }
            }
        }
        if (!refusals.isEmpty()) {
            messages.rejected(refusals);
            return false;
        }
        boolean accepted = acceptsCommits(updates, site, context)
                && (site.isEmpty() || new BranchCheck(context, messages).accepts(site.get()))
                && (editions.isEmpty() || new EditionTagCheck(context, messages).accepts(editions, site));
        if (!accepted && site.isPresent()) {
            CheckedSite.discard(context.stateFolder(), site.get().after());
        }
        return accepted;
    }

    /** Checks all commits of a push, on any branch or tag, before the site itself is checked. */
    private boolean acceptsCommits(List<RefUpdate> updates, Optional<RefUpdate> site, PushContext context)
            throws IOException {
        List<String> objects = updates.stream()
                .filter(update -> !update.deletes())
                .map(RefUpdate::after)
                .distinct()
                .toList();
        if (objects.isEmpty()) {
            return true;
        }
        Optional<CommitId> published = site.map(update -> new CommitId(update.after()));
        NewCommitsCheck.Result result =
                new NewCommitsCheck(context).check(objects, published.isPresent() ? published : context.tip());
        if (!result.found().isEmpty()) {
            messages.rejectedForCommits(
                    result.found(),
                    site.filter(update -> !update.creates())
                            .map(RefUpdate::before)
                            .or(() -> result.base().map(CommitId::name)));
        }
        return result.found().isEmpty();
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

        public boolean setsBranch() {
            return reference.startsWith(BRANCHES) && !deletes();
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

    /** What the author of a push looks at. */
    public interface Screen {

        void line(String line);

        /** Shows a list, one line for each item; a last line counts those that are too many. */
        void items(List<String> items);

        /**
         * Shows a line, a list of problems and a summary.
         *
         * @param all what the summary is about
         */
        void problems(String heading, List<Problem> problems, List<Problem> all);
    }

    /**
     * Checks the edition tags of a push. An accepted tag can never be changed, so each must be right from the start.
     */
    private record EditionTagCheck(PushContext context, PushMessages messages) {

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
            try (PushQueue turn = PushQueue.await(context, Optional.empty(), messages);
                    SiteSource site = context.openSite(Optional.of(tip))) {
                for (GitTag tag : tags) {
                    List<Problem> errors = turn.run(() -> editions.check(
                            BuildRequest.of(context.repository())
                                    .revision(Optional.of(tip.name()))
                                    .previous(new PreviousReleases(
                                            context.settings().to(), catalog)),
                            site,
                            tag));
                    if (!errors.isEmpty()) {
                        messages.rejectedForEdition(SiteSource.EDITION_TAGS + tag.name(), errors);
                        return false;
                    }
                }
                return true;
            } catch (PushQueue.CheckTimeout e) {
                messages.rejectedByTimeout();
                return false;
            }
        }
    }
}
