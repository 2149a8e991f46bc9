package org.gongkai.publish.push;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.build.BuildRequest;
import org.gongkai.build.PublishedBefore;
import org.gongkai.build.edition.EditionBuilder;
import org.gongkai.build.edition.TakenDown;
import org.gongkai.build.read.SiteSource;
import org.gongkai.cli.hooks.PushReport;
import org.gongkai.cli.option.ProgramVersion;
import org.gongkai.history.git.GitRepository;
import org.gongkai.history.git.GitTag;
import org.gongkai.history.git.IncomingPush;
import org.gongkai.history.git.commit.CommitId;
import org.gongkai.problem.Problem;
import org.gongkai.publish.TakenDownPages;
import org.gongkai.publish.hooks.HookSettings;
import org.gongkai.publish.hooks.Push;
import org.gongkai.publish.hooks.RefUpdate;

/** Checks the tags of editions that a push brings: git never lets one be changed, so that each must be right at once. */
public final class EditionTagCheck {

    private static final String PREFIX = "refs/tags/" + SiteSource.EDITIONS;

    private final Path repository;
    private final HookSettings settings;
    private final IncomingPush incoming;
    private final Clock clock;

    public EditionTagCheck(Path repository, HookSettings settings, IncomingPush incoming, Clock clock) {
        this.repository = repository;
        this.settings = settings;
        this.incoming = incoming;
        this.clock = clock;
    }

    /** Whether the tags may be taken; tells why not. */
    public boolean check(Push push, PushReport report) throws IOException {
        List<GitTag> tags = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        Optional<CommitId> tip;
        try (GitRepository git = GitRepository.holding(repository, incoming).orElseThrow()) {
            tip = push.site().isPresent()
                    ? push.site().map(site -> new CommitId(site.after()))
                    : git.reference(settings.branch());
            for (RefUpdate update : push.editions()) {
                String name = update.reference().substring(PREFIX.length());
                Optional<GitTag> tag = git.tagged(name, update.after());
                if (tag.isEmpty()) {
                    refusals.add("标签 " + SiteSource.EDITIONS + name + " 不是打在提交上的，做不成往年版本");
                } else if (tip.isEmpty() || !git.leadsTo(tag.get().commit(), tip.get())) {
                    refusals.add("标签 " + SiteSource.EDITIONS + name + " 的提交不在网站的分支 "
                            + settings.branch().replaceFirst("^refs/heads/", "") + " 上；请先把提交推送到分支，或换一个提交打标签");
                } else {
                    tags.add(tag.get());
                }
            }
        }
        if (!refusals.isEmpty()) {
            report.refused(refusals);
            return false;
        }
        try (CheckTurn turn = CheckTurn.await(
                        repository, settings, incoming, Optional.empty(), tip.orElseThrow(), clock, report);
                SiteSource site = SiteSource.open(repository, tip.map(CommitId::name), incoming)) {
            for (GitTag tag : tags) {
                List<Problem> errors = turn.run(() -> builds().check(request(tip.get()), site, tag));
                if (!errors.isEmpty()) {
                    report.noEdition(SiteSource.EDITIONS + tag.name(), errors);
                    return false;
                }
            }
        } catch (CheckTurn.CheckTimeout e) {
            report.tooSlow(settings.deadline());
            return false;
        }
        return true;
    }

    private EditionBuilder builds() {
        return new EditionBuilder(ProgramVersion.text(), clock, (step, total) -> {}, this::takenDown);
    }

    private TakenDown takenDown(String audience) {
        try {
            return TakenDownPages.of(settings.to(), audience);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BuildRequest request(CommitId tip) {
        return new BuildRequest(
                repository,
                Optional.of(tip.name()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                BuildRequest.Reuse.ALL,
                PublishedBefore.NOTHING,
                Runtime.getRuntime().availableProcessors());
    }
}
