package org.gongkai.cli.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.gongkai.io.HeapBudget;
import org.gongkai.io.PlainFailure;
import org.gongkai.output.OutputTransaction.PartialPlacement;
import org.gongkai.publish.release.Publication.PartialPublication;

/** The reasons of failures in words, without the full stop. */
public final class FailureText {

    private static final String DEFECT = "程序出错";

    private FailureText() {}

    /** The reason of a failure of the machine or of the program. */
    public static String of(Throwable e) {
        Throwable cause = cause(e);
        if (cause instanceof IOException io) {
            return ofIo(io);
        }
        if (cause instanceof ReadOnlyFileSystemException) {
            return "文件夹只能读，不能写";
        }
        if (cause instanceof OutOfMemoryError) {
            String file = cause instanceof HeapBudget.Exhausted ? "没有读完 " + cause.getMessage() : "没有做完";
            return "内存不够，" + file + "；请关掉别的程序，或用 java -Xmx 给程序多一些内存，再运行一次";
        }
        if (cause instanceof NoClassDefFoundError && cause.getCause() instanceof ClassNotFoundException) {
            return "程序不完整，缺少 " + cause.getMessage().replace('/', '.') + "；请重新解开或者重新安装";
        }
        return DEFECT + "（" + cause.getClass().getSimpleName() + "）";
    }

    /** Whether a reason is a defect of the program. */
    public static boolean isDefect(String reason) {
        return reason.startsWith(DEFECT);
    }

    /** The exception that a thread pool has wrapped. Pools wrap errors in copies of themselves. */
    public static Throwable cause(Throwable e) {
        boolean isWrapped = e instanceof UncheckedIOException
                || e instanceof ExecutionException
                || e instanceof CompletionException
                || e.getCause() != null && e.getCause().getClass() == e.getClass();
        return isWrapped && e.getCause() != null ? cause(e.getCause()) : e;
    }

    /** Whether something was changed before the failure; its message says what. */
    public static boolean isPartial(Throwable e) {
        return e instanceof PartialPublication || e instanceof PartialPlacement;
    }

    /** The reason of a failure of the machine. */
    public static String ofIo(IOException e) {
        if (isPartial(e)) {
            String reason = e.getCause() instanceof IOException io ? ofIo(io) : DEFECT;
            return reason + "；" + e.getMessage();
        }
        String place = e instanceof FileSystemException file && file.getFile() != null ? named(file.getFile()) : "";
        String reason = e instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : String.valueOf(e.getMessage());
        String lower = reason.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left") || lower.contains("quota")) {
            return "磁盘已满，写不下了" + (place.isEmpty() ? "" : "：" + place);
        }
        if (e instanceof PlainFailure) {
            return e.getMessage();
        }
        if (e instanceof AccessDeniedException) {
            return "没有权限：" + place + owner(place);
        }
        if (lower.contains("read-only")) {
            return "文件夹只能读，不能写：" + place;
        }
        if (e instanceof NoSuchFileException) {
            return "找不到文件：" + place;
        }
        return "读写出错：" + (place.isEmpty() ? reason : place + "（" + reason + "）");
    }

    /** What is named of a file: of one that the program makes for a while, the folder that was to have it. */
    private static String named(String file) {
        return file.replaceFirst("[/\\\\]\\.gongkai-(?!lock).*", "");
    }

    /** Whose a file is, if it is another user's: most often root has done something that the owner of the site does. */
    private static String owner(String place) {
        String user = System.getProperty("user.name");
        // Within a folder that may not be entered nothing tells its owner but that folder.
        for (Path path = Path.of(place); path != null; path = path.getParent()) {
            try {
                String owner = Files.getOwner(path).getName();
                String whose = path.equals(Path.of(place)) ? "" : path + " 的";
                return owner.equals(user) ? "" : "（" + whose + "主人是 " + owner + "，现在的用户是 " + user + "）";
            } catch (IOException | RuntimeException e) {
                continue;
            }
        }
        return "";
    }
}
