package org.gongkai.history.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.jgit.errors.MissingObjectException;

/** A repository lacks something that was committed, as one that was cloned in part only does. */
public final class IncompleteRepository extends IOException {
    private static final long serialVersionUID = 1L;

    private IncompleteRepository(MissingObjectException cause) {
        super(
                "git 仓库里缺少要读的内容（" + cause.getObjectId().name().substring(0, 10)
                        + "），多半是部分克隆；请重新完整地克隆（git clone 不加 --filter）",
                cause);
    }

    /** Names what is behind a failure to read a repository; any other failure stays what it is. */
    static IOException explained(IOException e) {
        return e instanceof MissingObjectException missing ? new IncompleteRepository(missing) : e;
    }

    /** Likewise. */
    static UncheckedIOException explained(UncheckedIOException e) {
        return e.getCause() instanceof MissingObjectException missing
                ? new UncheckedIOException(new IncompleteRepository(missing))
                : e;
    }
}
