package org.gongkai.history.git.work;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.gongkai.io.TemporaryFolder;

/**
 * Runs the installed git, or a hook. Output goes to files, not pipes: a credential daemon that git starts would hold a
 * pipe open after git has ended.
 *
 * @param folder where it runs
 */
record GitProcess(Path folder, Map<String, String> variables) {

    private static final long GRACE_SECONDS = 3;

    /** How a command ended; a command that took too long or was interrupted has been ended. */
    enum Ended {
        BY_ITSELF,
        BY_TIMEOUT,
        BY_INTERRUPTION
    }

    record Result(Ended ended, int status, byte[] out, byte[] err) {

        boolean isSuccess() {
            return ended == Ended.BY_ITSELF && status == 0;
        }

        String text() {
            return new String(out, StandardCharsets.UTF_8);
        }

        List<String> output() {
            return TransferOutcome.lines(out);
        }

        List<String> errors() {
            return TransferOutcome.lines(err);
        }
    }

    /** Runs a command, which finds nothing to read. */
    Result run(Duration limit, List<String> command) throws IOException {
        try (TemporaryFolder files = TemporaryFolder.create()) {
            Path in = Files.createFile(files.path().resolve("in"));
            Path out = files.path().resolve("out");
            Path err = files.path().resolve("err");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().clear();
            builder.environment().putAll(variables);
            Process process = builder.start();
            Ended ended = wait(process, limit);
            return new Result(
                    ended,
                    ended == Ended.BY_ITSELF ? process.exitValue() : -1,
                    Files.readAllBytes(out),
                    Files.readAllBytes(err));
        }
    }

    private static Ended wait(Process process, Duration limit) {
        Ended ended;
        try {
            ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS) ? Ended.BY_ITSELF : Ended.BY_TIMEOUT;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ended = Ended.BY_INTERRUPTION;
        }
        if (ended != Ended.BY_ITSELF) {
            List<ProcessHandle> children = process.descendants().toList();
            process.destroy();
            children.forEach(ProcessHandle::destroy);
            // Git removes its lock files before it ends; what does not end by itself is made to.
            process.onExit()
                    .completeOnTimeout(process, GRACE_SECONDS, TimeUnit.SECONDS)
                    .join();
            process.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
        }
        return ended;
    }
}
