package org.gongkai.cli.hooks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.gongkai.cache.ProgramFingerprint;
import org.gongkai.cli.option.ProblemOptions;
import org.gongkai.cli.option.ProgramRevision;
import org.gongkai.cli.option.WrongUsage;
import org.gongkai.cli.release.PublishReport;
import org.gongkai.cli.text.FailureText;
import org.gongkai.cli.text.Terminal;
import org.gongkai.history.git.GitRepository.NotCommitted;
import org.gongkai.pipeline.SharedParts;
import org.gongkai.pipeline.read.SiteSource;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.Publisher;
import org.gongkai.publish.Publisher.ProgramIdentity;
import org.gongkai.publish.hooks.HookPublisher;
import org.gongkai.publish.hooks.HookPublisher.AttemptFormat;
import org.gongkai.publish.hooks.HookSettings;
import org.gongkai.publish.hooks.HookSettings.RepositoryMismatch;
import org.gongkai.publish.hooks.PublicationRunner;
import org.gongkai.publish.release.Publication.PartialPublication;
import org.gongkai.publish.release.ledger.Ledger.UnknownRelease;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The option that names a repository. */
@Command
final class HookRepository {

    @Option(names = "--repo", required = true, paramLabel = "仓库", description = "服务器上的 git 裸仓库，如 /srv/git/gongkai.git")
    private Path repository;

    /**
     * The folder of the repository.
     *
     * @throws WrongUsage if it is not a bare repository
     */
    Path folder() {
        Path folder = repository.toAbsolutePath().normalize();
        if (!Files.isDirectory(folder.resolve("objects")) || !Files.isRegularFile(folder.resolve("HEAD"))) {
            throw new WrongUsage("这里不是 git 裸仓库（用 git init --bare 建一个）：" + folder);
        }
        return folder;
    }

    /**
     * The settings of the hooks.
     *
     * @throws RepositoryMismatch if the hooks were installed in another repository
     */
    HookSettings settings() throws IOException {
        Path folder = folder();
        HookSettings settings =
                HookSettings.read(folder).orElseThrow(() -> new WrongUsage("这个仓库还没有装钩子，请先运行 hooks install：" + folder));
        settings.verifyInstalledIn(folder);
        if (settings.branch().isEmpty()) {
            throw new WrongUsage("这个仓库没有默认分支，请管理员用 hooks install --branch 写明发布哪个分支：" + folder);
        }
        return settings;
    }

    /**
     * The program with what it reads besides the repository, so that a check or a publication before a change of the
     * shared folder is not taken for one of today.
     */
    static ProgramIdentity program(HookSettings settings) throws IOException {
        String version = ProgramRevision.ofProgram().number();
        String program = version + " " + ProgramFingerprint.running().fingerprint();
        String shared = SiteSource.sharedDigest(settings.shared());
        return new ProgramIdentity(version, (program + " " + shared).strip());
    }

    /** What publishes the repository. */
    PublicationRunner runner(HookSettings settings, Clock clock, SharedParts shared) throws IOException {
        return new PublicationRunner(
                HookSettings.folder(folder()),
                clock,
                new HookPublisher(folder(), settings, program(settings), clock, new AttemptReport(), shared));
    }

    /** Describes an attempt to publish in the words of {@code publish}. */
    static final class AttemptReport implements AttemptFormat {

        @Override
        public String completed(Publisher.Result result, long millis) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Terminal lines = Terminal.into(new PrintStream(bytes, true, StandardCharsets.UTF_8));
            new PublishReport(lines, new ProblemOptions(), false).print(result, false, millis);
            return bytes.toString(StandardCharsets.UTF_8);
        }

        @Override
        public String failed(Throwable e) {
            if (e instanceof PublicationRefused || e instanceof UnknownRelease || e instanceof NotCommitted) {
                return line(e.getMessage() + "；站点没有改动。");
            }
            if (e instanceof PartialPublication partial) {
                return line(FailureText.ofIo(partial) + "。");
            }
            return line(FailureText.of(e) + "；站点没有改动。");
        }

        @Override
        public String notLogged(IOException failure) {
            return "日志写不进去：" + FailureText.ofIo(failure) + "。";
        }

        private static String line(String sentence) {
            return sentence + System.lineSeparator();
        }

        /** The log is what the maintainer of the server reads. Only a defect of the program needs a stack trace. */
        @Override
        public String trace(Throwable failure) {
            if (failure instanceof IOException
                    || failure instanceof UncheckedIOException
                    || failure instanceof PublicationRefused
                    || failure instanceof UnknownRelease
                    || failure instanceof NotCommitted) {
                return "";
            }
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace, true));
            return trace.toString();
        }
    }
}
