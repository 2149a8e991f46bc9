package org.gongkai.publish.release.assemble;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What readers of a release could open and could no longer open with its successor.
 *
 * @param lost lasting addresses that would lead nowhere, sorted
 * @param postponed the same for those whose entries come out on a later day
 * @param attachments attachments and images that would be gone, sorted
 */
public record AddressLosses(List<String> lost, List<String> postponed, List<String> attachments) {

    /** Addresses of which a note lists as many. */
    private static final int LISTED = 5;

    public AddressLosses {
        lost = List.copyOf(lost);
        postponed = List.copyOf(postponed);
        attachments = List.copyOf(attachments);
    }

    /**
     * Compares two releases.
     *
     * @param lasting lasting addresses of the release before
     * @param before paths of all its files
     * @param now paths of all files of the new release
     * @param waiting addresses whose entries come out on a later day
     */
    public static AddressLosses between(
            Collection<String> lasting, Collection<String> before, Set<String> now, Set<String> waiting) {
        List<String> missing = LostAddresses.of(lasting, now);
        return new AddressLosses(
                missing.stream().filter(address -> !waiting.contains(address)).toList(),
                missing.stream().filter(waiting::contains).toList(),
                LostAddresses.attachments(lasting, before, now));
    }

    /** What is worth knowing and hinders no publication, in Chinese. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!postponed.isEmpty()) {
            notes.add("有 " + postponed.size() + " 个网址的内容还没到发布日期，到那天以前打不开：" + first(postponed));
        }
        if (!attachments.isEmpty()) {
            notes.add("有 " + attachments.size() + " 个附件或图片不再公开：" + first(attachments));
        }
        return notes;
    }

    private static String first(List<String> addresses) {
        return String.join("、", addresses.subList(0, Math.min(LISTED, addresses.size())))
                + (addresses.size() > LISTED ? "等" : "");
    }
}
