package org.gongkai.publish.push;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.check.ProblemDifference;
import org.gongkai.history.git.CommitId;
import org.gongkai.history.git.GitRepository;
import org.gongkai.history.git.GitRepository.NotCommitted;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.output.DryRunOutput;
import org.gongkai.output.Output;
import org.gongkai.pipeline.Build;
import org.gongkai.pipeline.Build.Progress;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.BuildRequest.PreviousPublication;
import org.gongkai.pipeline.BuildResult;
import org.gongkai.pipeline.BuiltSite;
import org.gongkai.pipeline.edition.EditionCatalog;
import org.gongkai.pipeline.read.SiteSource;
import org.gongkai.problem.Problem;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.Publisher.PreviousReleases;
import org.gongkai.publish.hooks.CheckedCommit;
import org.gongkai.publish.hooks.CheckedSite;
import org.gongkai.publish.hooks.HookPublisher;
import org.gongkai.publish.push.PushCheck.RefUpdate;
import org.gongkai.publish.release.AddressLosses;
import org.gongkai.publish.release.takedown.RepublishedContent;
import org.gongkai.publish.release.takedown.RepublishedContent.ReturnedPage;

/** Checks an update of the published branch against the site that is published. */
record BranchCheck(PushContext context, PushMessages messages) {

    private static final Progress SILENT = (step, total) -> {};

    /** Whether the update may be accepted. */
    boolean accepts(RefUpdate update) throws IOException {
        try (PushQueue turn = PushQueue.await(context, Optional.of(update), messages)) {
            if (turn.isOvertaken()) {
                messages.rejectedAsOvertaken();
                return false;
            }
            if (!accepts(update, turn)) {
                return false;
            }
            // Git may have set the branch to what was accepted before this turn began.
            if (turn.isOvertaken()) {
                messages.rejectedAsOvertaken();
                return false;
            }
            turn.accept();
            return true;
        } catch (PushQueue.CheckTimeout e) {
            messages.rejectedByTimeout();
            return false;
        }
    }

    private boolean accepts(RefUpdate update, PushQueue turn) throws IOException {
        try (CheckedSite made = CheckedSite.begin(context.stateFolder(), update.before(), state())) {
            return accepts(update, turn, made);
        }
    }

    private String state() throws IOException {
        try (GitRepository git = context.openRepository()) {
            Path to = context.settings().to();
            return CheckedSite.state(HookPublisher.rest(git, context.program(), to), to);
        }
    }

    private boolean accepts(RefUpdate update, PushQueue turn, CheckedSite made) throws IOException {
        Map<String, RepublishedContent> contents = new HashMap<>();
        Optional<String> since = update.creates() ? Optional.empty() : Optional.of(update.before());
        BuildResult result = turn.run(() -> build(update.after(), since, Optional.of(made), contents));
        ProblemDifference problems = compare(result, update, turn);
        if (problems.fresh().stream().anyMatch(Problem::isError)) {
            messages.rejectedForErrors(problems.fresh());
            return false;
        }
        List<String> lost = lostAddresses(result);
        List<ReturnedPage> returned = returnedPages(result, contents);
        if (!returned.isEmpty()) {
            messages.rejectedForReturnedPages(returned);
            return false;
        }
        if (!lost.isEmpty()) {
            messages.rejectedForLostAddresses(lost);
            return false;
        }
        if (!result.succeeded()) {
            messages.acceptedWithKnownErrors(problems.known());
        }
        messages.accepted(problems.fresh());
        remember(result, update);
        made.keep(update.after(), result);
        return true;
    }

    /**
     * Separates the problems of the push from those that were there before. The previous commit is built only if the
     * push has problems and the result of its own check is not available.
     */
    private ProblemDifference compare(BuildResult result, RefUpdate update, PushQueue turn) throws IOException {
        if (update.creates() || result.problems().isEmpty()) {
            return ProblemDifference.of(result.problems(), List.of());
        }
        Optional<CheckedCommit> previous = CheckedCommit.read(context.stateFolder(), update.before())
                .filter(checked -> checked.version().equals(context.program().fingerprint()));
        if (previous.isPresent()) {
            ProblemDifference quick =
                    ProblemDifference.of(result.problems(), previous.get().problems());
            if (previous.get().day().equals(today()) || quick.fresh().stream().noneMatch(Problem::isError)) {
                return quick;
            }
        }
        try {
            return ProblemDifference.of(
                    result.problems(),
                    turn.run(() -> build(update.before(), Optional.empty(), Optional.empty(), new HashMap<>()))
                            .problems());
        } catch (NotCommitted e) {
            return ProblemDifference.of(result.problems(), List.of());
        }
    }

    private List<String> lostAddresses(BuildResult result) throws IOException {
        Set<String> lost = new TreeSet<>();
        for (BuiltSite site : result.sites()) {
            try {
                lost.addAll(AddressLosses.lost(
                        context.settings().to(), site.folder(), site.addresses().all()));
            } catch (PublicationRefused e) {
                messages.noted(e.getMessage());
            }
        }
        return List.copyOf(lost);
    }

    /** The pages that were taken down and would be published again; none if the site was not built. */
    private List<ReturnedPage> returnedPages(BuildResult result, Map<String, RepublishedContent> contents)
            throws IOException {
        List<ReturnedPage> returned = new ArrayList<>();
        for (BuiltSite site : result.sites()) {
            try {
                RepublishedContent pages = contents.containsKey(site.folder())
                        ? contents.get(site.folder())
                        : new RepublishedContent(
                                RepublishedContent.inForce(context.settings().to(), site.folder()));
                returned.addAll(pages.among(site.identities().get()));
            } catch (PublicationRefused e) {
                messages.noted(e.getMessage());
            }
        }
        return returned;
    }

    /**
     * Stores the result for the next push and for {@code post-receive}. Both can do without it: a failure is ignored.
     */
    private void remember(BuildResult result, RefUpdate update) {
        try {
            List<String> addresses = changedAddresses(result, update);
            new CheckedCommit(context.program().fingerprint(), today(), result.problems(), addresses)
                    .write(context.stateFolder(), update.before(), update.after());
        } catch (IOException e) {
            return;
        }
    }

    private LocalDate today() {
        return LocalDate.now(context.clock().withZone(ZoneOffset.UTC));
    }

    /**
     * The addresses of the entries that a push changes, as its author sees them: one line for each, its address or why
     * it has none. Empty if the push creates the branch.
     */
    private List<String> changedAddresses(BuildResult result, RefUpdate update) throws IOException {
        if (update.creates()) {
            return List.of();
        }
        try (GitRepository git = context.openRepository()) {
            return git.changed(new CommitId(update.before()), new CommitId(update.after())).stream()
                    .filter(EntryFormat::isEntry)
                    .map(path -> result.sites().stream()
                            .filter(site -> site.addresses().byPath().containsKey(path))
                            .findFirst()
                            .map(site -> address(site, path))
                            .orElse(path + "（现在不在网站上：删去了、撤回了、是草稿，或者没到日期）"))
                    .toList();
        }
    }

    private static String address(BuiltSite site, String path) {
        // Without a base URL, only the name of its audience identifies the site.
        String audience = site.folder().isEmpty() || !site.addresses().baseUrl().isEmpty()
                ? ""
                : "（公开对象“" + site.audience() + "”）";
        return site.addresses().baseUrl() + site.addresses().byPath().get(path) + audience;
    }

    /**
     * Builds the site of a commit, which may be a pushed one, as its publication would, without publishing it.
     *
     * @param since the commit that the push is compared with
     * @param made receives what the published site lacks
     * @param returned receives what the site has of entries that were taken down, by the folder of the audience
     */
    private BuildResult build(
            String commit, Optional<String> since, Optional<CheckedSite> made, Map<String, RepublishedContent> returned)
            throws IOException {
        try (SiteSource source =
                context.openSite(Optional.of(new CommitId(commit))).since(since)) {
            return new Build(context.program().version(), context.clock(), SILENT, context.shared())
                    .run(
                            BuildRequest.of(context.repository())
                                    .revision(Optional.of(commit))
                                    .previous(publishedBefore(made, returned)),
                            source);
        }
    }

    /** The current release, so that unchanged files are checked as the publication will check them. */
    private PreviousPublication publishedBefore(Optional<CheckedSite> made, Map<String, RepublishedContent> returned) {
        Path published = context.settings().to();
        return new PreviousReleases(published, new EditionCatalog()) {
            @Override
            public Optional<Path> fresh(String folder) {
                return made.map(site -> site.folder(folder));
            }

            @Override
            public Output examining(String folder, Output output) throws IOException {
                made.ifPresent(site -> site.made(folder, (DryRunOutput) output));
                try {
                    RepublishedContent contents = new RepublishedContent(RepublishedContent.inForce(published, folder));
                    returned.put(folder, contents);
                    return contents.over(output);
                } catch (PublicationRefused e) {
                    return output; // Reported when the entries are compared.
                }
            }
        };
    }
}
