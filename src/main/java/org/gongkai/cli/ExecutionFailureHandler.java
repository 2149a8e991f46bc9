package org.gongkai.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.gongkai.build.Build;
import org.gongkai.cli.option.WrongUsage;
import org.gongkai.cli.text.Terminal;
import org.gongkai.history.git.IncompleteRepository;
import org.gongkai.history.git.NotCommitted;
import org.gongkai.output.PartlyPlaced;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.hooks.RepositoryMismatch;
import org.gongkai.publish.release.PartlyDone;
import org.gongkai.publish.release.UnknownRelease;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Says in one sentence why the machine could not do what was asked (exit status 3). A fault of the program itself is
 * said to be one; its trace is shown only on {@code --debug}.
 */
public final class ExecutionFailureHandler implements IExecutionExceptionHandler {

    private static final String BUG = "程序出错";

    private final Terminal terminal;

    public ExecutionFailureHandler(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine line, ParseResult parsed) {
        return handle(e, line.getParseResult().hasMatchedOption("--debug"));
    }

    /**
     * Says why a command ended.
     *
     * @param debug whether the trace is wanted
     * @return the exit status
     */
    int handle(Throwable e, boolean debug) {
        if (debug) {
            e.printStackTrace(terminal.err());
        }
        if (e instanceof Build.UnknownAudience
                || e instanceof WrongUsage
                || e instanceof NotCommitted
                || e instanceof UnknownRelease) {
            terminal.err().println(e.getMessage() + "。");
            return 2;
        }
        if (e instanceof RepositoryMismatch) {
            terminal.err().println(e.getMessage() + "。");
            return 3;
        }
        if (e instanceof PublicationRefused) {
            terminal.err().println(e.getMessage() + "；站点没有改动。");
            return 1;
        }
        if (cause(e) instanceof IOException half && isPartly(half)) {
            terminal.err().println(sentence(half) + "。");
            return 3;
        }
        String reason = reason(e);
        terminal.err()
                .println(
                        reason.startsWith(BUG)
                                ? reason + "，站点没有改动；请加上 --debug 再运行一次，并把显示的内容告诉维护人员。"
                                : reason + "；站点没有改动。");
        return 3;
    }

    /** Why the machine or the program failed, without the full stop. */
    public static String reason(Throwable e) {
        Throwable cause = cause(e);
        if (cause instanceof IOException io) {
            return sentence(io);
        }
        if (cause instanceof ReadOnlyFileSystemException) {
            return "文件夹只能读，不能写";
        }
        if (cause instanceof OutOfMemoryError) {
            return "内存不够，没有做完；请关掉别的程序，或用 java -Xmx 给程序多一些内存，再运行一次";
        }
        return BUG + "（" + cause.getClass().getSimpleName() + "）";
    }

    /** What threads of a pool hand on is wrapped, and errors come as copies of what was thrown there. */
    private static Throwable cause(Throwable e) {
        boolean isWrapped = e instanceof UncheckedIOException
                || e instanceof ExecutionException
                || e instanceof CompletionException
                || e.getCause() != null && e.getCause().getClass() == e.getClass();
        return isWrapped && e.getCause() != null ? cause(e.getCause()) : e;
    }

    /** Whether something was changed all the same, and the message says what. */
    static boolean isPartly(IOException e) {
        return e instanceof PartlyDone || e instanceof PartlyPlaced;
    }

    /** What to say if a site is out and only the repository could not take note of it. */
    public static String unnoted(IOException e) {
        return "网站已经更新，但是在仓库里记不下来（" + sentence(e) + "），请告诉管理员；下一次推送或定时任务会再发布一次，内容不变。";
    }

    /** Why the machine failed, without the full stop. */
    public static String sentence(IOException e) {
        if (isPartly(e)) {
            String reason = e.getCause() instanceof IOException io ? sentence(io) : "程序出错";
            return reason + "；" + e.getMessage();
        }
        String place = e instanceof FileSystemException file && file.getFile() != null ? file.getFile() : "";
        String reason = e instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : String.valueOf(e.getMessage());
        String lower = reason.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left") || lower.contains("quota")) {
            return "磁盘已满，写不下了" + (place.isEmpty() ? "" : "：" + place);
        }
        if (e instanceof IncompleteRepository) {
            return e.getMessage();
        }
        if (e instanceof AccessDeniedException) {
            return "没有权限：" + place;
        }
        if (lower.contains("read-only")) {
            return "文件夹只能读，不能写：" + place;
        }
        if (e instanceof NoSuchFileException) {
            return "找不到文件：" + place;
        }
        return "读写出错：" + (place.isEmpty() ? reason : place + "（" + reason + "）");
    }
}
