package org.gongkai.history.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.gongkai.io.PlainFailure;

/** Thrown if a repository lacks an object that it refers to, as partial clones do. */
public final class IncompleteRepository extends PlainFailure {
    private static final long serialVersionUID = 1L;

    private IncompleteRepository(MissingObjectException cause) {
        super(
                "git 仓库里缺少要读的内容（" + cause.getObjectId().name().substring(0, 10)
                        + "），多半是部分克隆；请重新完整地克隆（git clone 不加 --filter）",
                cause);
    }

    /** Replaces a missing object by this exception, which explains the cause; returns any other exception unchanged. */
    static IOException explained(IOException e) {
        return e instanceof MissingObjectException missing ? new IncompleteRepository(missing) : e;
    }

    /** Replaces a missing object by this exception, which explains the cause; returns any other exception unchanged. */
    static UncheckedIOException explained(UncheckedIOException e) {
        return e.getCause() instanceof MissingObjectException missing
                ? new UncheckedIOException(new IncompleteRepository(missing))
                : e;
    }
}
