package org.gongkai.publish.push;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.build.Build;
import org.gongkai.build.BuildRequest;
import org.gongkai.build.BuildResult;
import org.gongkai.build.BuiltSite;
import org.gongkai.build.PublishedBefore;
import org.gongkai.build.edition.EditionBuilder;
import org.gongkai.build.edition.TakenDown;
import org.gongkai.build.read.SiteSource;
import org.gongkai.check.Comparison;
import org.gongkai.cli.hooks.PushReport;
import org.gongkai.cli.option.ProgramVersion;
import org.gongkai.history.git.GitRepository;
import org.gongkai.history.git.IncomingPush;
import org.gongkai.history.git.NotCommitted;
import org.gongkai.history.git.commit.CommitId;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.problem.Problem;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.hooks.CheckedCommit;
import org.gongkai.publish.hooks.HookSettings;
import org.gongkai.publish.hooks.RefUpdate;
import org.gongkai.publish.release.StandingSite;
import org.gongkai.publish.release.assemble.PublishedAddresses;
import org.gongkai.publish.release.takedown.Returned;
import org.gongkai.publish.release.takedown.ReturnedPages;
import org.gongkai.site.Editions;

/** Checks what is pushed to the branch that is published, against what stands there. */
public final class BranchCheck {

    private final Path repository;
    private final HookSettings settings;
    private final IncomingPush incoming;
    private final Clock clock;

    public BranchCheck(Path repository, HookSettings settings, IncomingPush incoming, Clock clock) {
        this.repository = repository;
        this.settings = settings;
        this.incoming = incoming;
        this.clock = clock;
    }

    /** Whether the push may be taken; tells why not, and what its writer should know. */
    public boolean check(RefUpdate update, PushReport report) throws IOException {
        try (CheckTurn turn = CheckTurn.await(
                repository, settings, incoming, Optional.of(update), new CommitId(update.after()), clock, report)) {
            if (turn.isOvertaken()) {
                report.overtaken();
                turn.keepPlace();
                return false;
            }
            boolean taken = checkAlone(update, turn, report);
            if (taken) {
                turn.accept();
            }
            return taken;
        } catch (CheckTurn.CheckTimeout e) {
            report.tooSlow(settings.deadline());
            return false;
        }
    }

    private boolean checkAlone(RefUpdate update, CheckTurn turn, PushReport report) throws IOException {
        BuildResult result = turn.run(() -> check(update.after()));
        Comparison problems = compare(result, update, turn);
        List<String> lost = problems.fresh().stream().anyMatch(Problem::isError) ? List.of() : lost(result, report);
        if (problems.fresh().stream().anyMatch(Problem::isError)) {
            report.wrong(problems.fresh());
            return false;
        }
        List<Returned> returned = returned(result, report);
        if (!returned.isEmpty()) {
            report.returns(returned);
            return false;
        }
        if (!lost.isEmpty()) {
            report.loses(lost);
            return false;
        }
        if (!result.succeeded()) {
            report.cannotBePublished(problems.known());
        }
        report.warns(problems.fresh());
        keep(result, update);
        return true;
    }

    private BuildResult check(String commit) throws IOException {
        try (SiteSource source = SiteSource.open(repository, Optional.of(commit), incoming)) {
            return new Build(ProgramVersion.text(), clock, (step, total) -> {})
                    .run(
                            new BuildRequest(
                                    repository,
                                    Optional.of(commit),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    false,
                                    BuildRequest.Reuse.ALL,
                                    before(),
                                    Runtime.getRuntime().availableProcessors()),
                            source);
        }
    }

    /** The release that stands, so that what did not change is looked into as its publication will look into it. */
    private PublishedBefore before() {
        EditionBuilder standing =
                new EditionBuilder(ProgramVersion.text(), clock, (step, total) -> {}, audience -> TakenDown.NOTHING);
        return new PublishedBefore() {
            @Override
            public Editions editions(String folder) {
                try {
                    standing.add(folder, StandingSite.editions(settings.to(), folder));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return new Editions(Optional.empty(), standing.of(folder));
            }

            @Override
            public Optional<Path> standing(String folder) {
                try {
                    return Optional.of(StandingSite.of(settings.to(), folder));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    /** What stands is checked again only where that matters: if the push brings anything, and nobody knows what was before. */
    private Comparison compare(BuildResult result, RefUpdate update, CheckTurn turn) throws IOException {
        if (update.creates() || result.problems().isEmpty()) {
            return Comparison.of(result.problems(), List.of());
        }
        Optional<CheckedCommit> known = CheckedCommit.read(HookSettings.folder(repository), update.before())
                .filter(checked -> checked.version().equals(ProgramVersion.fingerprint()));
        if (known.isPresent()) {
            Comparison quick = Comparison.of(result.problems(), known.get().problems());
            if (known.get().day().equals(today()) || quick.fresh().stream().noneMatch(Problem::isError)) {
                return quick;
            }
        }
        try {
            return Comparison.of(
                    result.problems(), turn.run(() -> check(update.before())).problems());
        } catch (NotCommitted e) {
            return Comparison.of(result.problems(), List.of());
        }
    }

    private List<String> lost(BuildResult result, PushReport report) throws IOException {
        Set<String> lost = new TreeSet<>();
        for (BuiltSite site : result.sites()) {
            Set<String> next = new TreeSet<>(site.entryAddresses());
            next.addAll(site.otherAddresses());
            next.addAll(site.waitingAddresses());
            try {
                lost.addAll(PublishedAddresses.lost(settings.to(), site.folder(), next));
            } catch (PublicationRefused e) {
                report.notes(e.getMessage());
            }
        }
        return List.copyOf(lost);
    }

    /** What was taken down and would come back: nothing if the site was not built, for then nothing comes. */
    private List<Returned> returned(BuildResult result, PushReport report) throws IOException {
        List<Returned> returned = new ArrayList<>();
        for (BuiltSite site : result.sites()) {
            try {
                returned.addAll(ReturnedPages.among(settings.to(), site.folder(), site.known()));
            } catch (PublicationRefused e) {
                report.notes(e.getMessage());
            }
        }
        return returned;
    }

    /** For the next push and for {@code post-receive}; both can do without, so that a full disk stops no push here. */
    private void keep(BuildResult result, RefUpdate update) {
        try {
            new CheckedCommit(ProgramVersion.fingerprint(), today(), result.problems(), addresses(result, update))
                    .write(HookSettings.folder(repository), update.after());
        } catch (IOException e) {
            return;
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }

    private List<String> addresses(BuildResult result, RefUpdate update) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String path : changed(update)) {
            lines.add(result.sites().stream()
                    .filter(site -> site.byPath().containsKey(path))
                    .findFirst()
                    .map(site -> address(site, path))
                    .orElse(path + "（现在不在网站上：删去了、撤回了、是草稿，或者没到日期）"));
        }
        return lines;
    }

    private static String address(BuiltSite site, String path) {
        // Without an address of its own, only its name tells whose site it is.
        String whose = site.folder().isEmpty() || !site.baseUrl().isEmpty() ? "" : "（受众“" + site.audience() + "”）";
        return site.baseUrl() + site.byPath().get(path) + whose;
    }

    private List<String> changed(RefUpdate update) throws IOException {
        try (GitRepository git = GitRepository.holding(repository, incoming).orElseThrow()) {
            return update.creates()
                    ? List.of()
                    : git.changed(new CommitId(update.before()), new CommitId(update.after())).stream()
                            .filter(EntryFormat::isEntry)
                            .toList();
        }
    }
}
