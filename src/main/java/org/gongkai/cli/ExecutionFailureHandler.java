package org.gongkai.cli;

import java.io.IOException;
import org.gongkai.cli.option.WrongUsage;
import org.gongkai.cli.text.FailureText;
import org.gongkai.cli.text.Terminal;
import org.gongkai.history.git.GitRepository.NotCommitted;
import org.gongkai.pipeline.Build;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.InvalidRequest;
import org.gongkai.publish.hooks.HookSettings.RepositoryMismatch;
import org.gongkai.publish.release.ledger.Ledger.UnknownRelease;

/**
 * Reports the exception that ended a command in one sentence, and maps it to an exit status. The stack trace is
 * printed only with {@code --debug}.
 */
public record ExecutionFailureHandler(Terminal terminal) {

    private static final int REFUSED = 1;
    private static final int USAGE = 2;
    private static final int FAILED = 3;

    /**
     * Reports an exception.
     *
     * @param debug whether to print its stack trace
     * @return the exit status
     */
    public int handle(Throwable e, boolean debug) {
        if (debug) {
            e.printStackTrace(terminal.err());
        }
        if (e instanceof Build.UnknownAudience
                || e instanceof WrongUsage
                || e instanceof InvalidRequest
                || e instanceof NotCommitted
                || e instanceof UnknownRelease) {
            return report(USAGE, e.getMessage() + "。");
        }
        if (e instanceof RepositoryMismatch) {
            return report(FAILED, e.getMessage() + "。");
        }
        if (e instanceof PublicationRefused) {
            return report(REFUSED, e.getMessage() + "；站点没有改动。");
        }
        if (FailureText.cause(e) instanceof IOException partial && FailureText.isPartial(partial)) {
            return report(FAILED, FailureText.ofIo(partial) + "。");
        }
        String reason = FailureText.of(e);
        return report(
                FAILED,
                FailureText.isDefect(reason)
                        ? reason + "，站点没有改动；请加上 --debug 再运行一次，并把显示的内容告诉维护人员。"
                        : reason + "；站点没有改动。");
    }

    private int report(int status, String sentence) {
        terminal.note(sentence);
        return status;
    }
}
