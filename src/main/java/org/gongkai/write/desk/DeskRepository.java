package org.gongkai.write.desk;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.gongkai.history.git.work.PullResult.PendingMerge;
import org.gongkai.history.git.work.TransferResult;
import org.gongkai.history.git.work.WorkingCopy;
import org.gongkai.history.git.work.WorkingCopyState.Person;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.preview.http.HttpFailure;

/**
 * The repository of the source, with what the desk remembers of it until it is closed: who commits if git does not
 * know, and the merge that waits for decisions.
 */
public final class DeskRepository {

    private final Optional<WorkingCopy> copy;
    private final AtomicReference<Optional<Person>> person = new AtomicReference<>(Optional.empty());
    private final ReentrantLock upload = new ReentrantLock();
    private final AtomicReference<TransferResult> last = new AtomicReference<>();
    private final AtomicReference<Optional<PendingMerge>> merge = new AtomicReference<>(Optional.empty());

    /** @param copy the working copy; empty if the source is not under git. The caller closes it */
    public DeskRepository(Optional<WorkingCopy> copy) {
        this.copy = copy;
    }

    Optional<WorkingCopy> copy() {
        return copy;
    }

    /** @throws HttpFailure if the source is not under git */
    WorkingCopy required() {
        return copy.orElseThrow(() -> new HttpFailure(409, "这个文件夹没有连到网站的服务器，没有历史，也不能发布。"));
    }

    /** The content of a file in the last commit; empty if it has none. */
    Optional<byte[]> committed(String path) throws IOException {
        Optional<String> head = copy.isPresent() ? copy.get().state().head() : Optional.empty();
        return head.isPresent() ? copy.get().contentAt(path, head.get()) : Optional.empty();
    }

    /**
     * The text of a file in a commit; empty text if the commit has no such file.
     *
     * @return empty if it is no text
     */
    Optional<String> textAt(String path, String commit) throws IOException {
        return text(path, required().contentAt(path, commit).orElse(new byte[0]));
    }

    /**
     * Sends what is committed, one upload at a time: the server would refuse that of a page that was opened again
     * meanwhile, which gets the answer to the one before if nothing else is left.
     */
    TransferResult push() throws IOException {
        TransferResult before = last.get();
        upload.lock();
        try {
            if (last.get() == before || !required().state().unsent().isEmpty()) {
                last.set(required().push());
            }
            return last.get();
        } finally {
            upload.unlock();
        }
    }

    boolean isSending() {
        return upload.isLocked();
    }

    /** The text of bytes; empty if they are none. */
    static Optional<String> text(String path, byte[] bytes) {
        return new TextDecoder().decode(path, bytes, problem -> {});
    }

    /** Remembers who commits; in the settings of the repository as well, so that it is not asked for again. */
    void remember(Person who) throws IOException {
        person.set(Optional.of(who));
        required().identify(who);
    }

    Optional<Person> person() {
        return person.get();
    }

    Optional<PendingMerge> merge() {
        return merge.get();
    }

    void merge(Optional<PendingMerge> pending) {
        merge.set(pending);
    }
}
