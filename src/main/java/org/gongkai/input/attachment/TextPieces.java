package org.gongkai.input.attachment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkai.input.attachment.AttachmentContent.Finding;
import org.gongkai.input.attachment.AttachmentContent.Trouble;
import org.gongkai.input.attachment.AttachmentContent.Unread;
import org.gongkai.input.attachment.ReadingLimits.Limit;
import org.gongkai.input.attachment.ReadingLimits.LimitExceeded;
import org.gongkai.input.attachment.TextPiece.Nature;

/** Collects the texts of one file, and of the files within it, within common limits. */
public final class TextPieces {

    private static final int HEAP_OF_PIECE = 100;

    /** Rules make copies of one text at a time. */
    private static final long HEAP_OF_CHARACTER = 18;

    /** The shortest number that may identify a person. */
    private static final int FEWEST_DIGITS = 11;

    private final ReadingLimits limits;
    private final List<TextPiece> all = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();
    private Container container = new Container("", ContentType.EMPTY, 0);
    private String part = "";
    private Optional<LocalDate> saved = Optional.empty();
    private final Set<Finding> findings = EnumSet.noneOf(Finding.class);
    private long steps;
    private long characters;
    private long heap;

    /** The file that is read: its path within the outermost one, which is empty for that, and its depth. */
    record Container(String within, ContentType type, int depth) {

        /** The path of a part of it; of itself for an empty name. */
        String path(String part) {
            return within.isEmpty() || part.isEmpty() ? within + part : within + "/" + part;
        }
    }

    /** @param heap what the file may take, in bytes */
    public TextPieces(ReadingLimits limits, long heap) {
        this.limits = limits;
        this.heap = heap;
    }

    ReadingLimits limits() {
        return limits;
    }

    /** All that was found, in a file that could not be read completely for a reason, if there is one. */
    AttachmentContent content(Optional<Trouble> trouble) {
        return new AttachmentContent(container.type(), all, findings, trouble, unread, saved);
    }

    /** Adds a finding, if it is one; that a file within the file contains pictures is none. */
    void found(Finding finding, boolean is) {
        if (is && (container.within().isEmpty() || finding != Finding.PICTURES)) {
            findings.add(finding);
        }
    }

    /** Records the day on which the outermost file was saved, as it says itself. */
    void saved(Optional<LocalDate> day) {
        if (container.within().isEmpty()) {
            saved = day;
        }
    }

    Container container() {
        return container;
    }

    void container(Container entered) {
        container = entered;
        part = "";
    }

    /** Sets the part of the container that is read now. */
    void part(String name) {
        part = name;
    }

    /** Records that something could not be read. */
    void unread(String name, String why, String cure) {
        unread.add(new Unread(container.path(name), why, cure));
    }

    /** Adds a text unless it is blank; of one that exceeds the limit, the beginning. */
    void add(Nature nature, String where, int line, int column, int cell, String text) {
        if (text.isBlank()) {
            return;
        }
        int fits = (int) Math.min(text.length(), limits.characters() - characters);
        characters += fits;
        if (fits > 0) {
            take(HEAP_OF_PIECE + HEAP_OF_CHARACTER * fits);
            all.add(new TextPiece(
                    nature, container.within(), container.type(), where, line, column, cell, text.substring(0, fits)));
        }
        if (fits < text.length()) {
            throw new LimitExceeded(Limit.AMOUNT);
        }
    }

    /** Adds a text that no reader sees, if rules could find anything in it. */
    void store(String typed) {
        String text = Workbook.plain(typed);
        if (text.chars().anyMatch(c -> c > 0x7F)
                || text.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS) {
            add(Nature.STORED, part, 1, 1, 0, text.strip());
        }
    }

    /**
     * Counts memory that the file takes; called before it is taken.
     *
     * @throws LimitExceeded if it is more than the file may take
     */
    public void take(long bytes) {
        heap -= bytes;
        if (heap < 0) {
            throw new LimitExceeded(Limit.HEAP);
        }
    }

    /** What the file may still take, in bytes. */
    long heap() {
        return heap;
    }

    /** Counts memory that the file has released. */
    public void release(long bytes) {
        heap += bytes;
    }

    /** Counts work whose amount depends on the file. */
    void step(int count) {
        steps += count;
        if (steps > limits.steps()) {
            throw new LimitExceeded(Limit.AMOUNT);
        }
    }
}
