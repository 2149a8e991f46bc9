package org.gongkai.render.picture;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gongkai.cache.CacheStore;
import org.gongkai.cache.CachedRecords;
import org.gongkai.input.attachment.picture.PictureMetadataRemover;
import org.gongkai.input.attachment.picture.PictureReader;
import org.gongkai.input.attachment.picture.PictureReader.PictureFacts;
import org.gongkai.input.attachment.picture.PictureScaler;
import org.gongkai.input.config.SiteConfig.Display;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;
import org.gongkai.io.HeapBudget;
import org.gongkai.problem.Problem;
import org.gongkai.site.SiteFile;
import org.gongkai.site.link.BodyFacts.Resource;

/** The files that are published for the pictures of a site. Safe for use by multiple threads. */
public final class PublishedPictures {

    /** The widths of smaller copies in pixels: for phones, and for wide screens and paper. */
    private static final List<Integer> WIDTHS = List.of(640, 1280);

    /** A copy is made if the picture is wider than it by at least this factor. */
    private static final double WORTHWHILE = 1.25;

    private static final Set<String> ENDINGS = Set.of("jpg", "jpeg", "png", "webp", "gif");
    private static final String NAME = "picture ";

    /** The longer side from which copies of a photograph are worthwhile at all. */
    private static final int SMALLEST_COPIED = (int) (WIDTHS.get(0) * WORTHWHILE);

    private static final long LARGEST = 100L << 20;

    /** The bytes of a picture and two copies of them. */
    private static final int HEAP_PER_BYTE = 3;

    private final HeapBudget heap = HeapBudget.ofProcess();
    private final SourceTree source;
    private final boolean reduced;
    private final CachedRecords<Known> cache;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** Why no smaller copies of a photograph can be made. */
    private enum Obstacle {
        NONE,
        /** It is in ink colors. */
        INK,
        /** Its data cannot be decoded. */
        UNDECODABLE
    }

    /** What is known of a picture; a width of 0 if its file does not state it. */
    private record Known(PictureFacts facts, Obstacle obstacle) {}

    /**
     * @param reduced whether large photographs are published smaller than they are
     * @param cache the sizes of pictures that earlier builds read
     */
    public PublishedPictures(SourceTree source, boolean reduced, CacheStore cache) {
        this.source = source;
        this.reduced = reduced;
        this.cache = cache.records(NAME, Known.class);
    }

    /** Returns true for pictures whose files are changed before they are published. */
    public static boolean isPicture(SourceFile file) {
        return ENDINGS.contains(file.ending().toLowerCase(Locale.ROOT));
    }

    /**
     * Returns the files that are published for a picture: itself without metadata, and its smaller copies.
     *
     * @param resources all files that the same entry names, whose addresses are taken
     */
    public List<SiteFile> files(Resource picture, List<Resource> resources) {
        List<SiteFile> files = new ArrayList<>();
        Optional<PictureFacts> reduced = stated(picture.file()).flatMap(facts -> reduced(picture.file(), facts));
        files.add(
                reduced.isPresent()
                        ? file(picture, picture.address(), "r", reduced.get().width())
                        : file(picture.file(), picture.address(), "clean", () -> clean(picture.file())));
        for (SmallerCopy copy : copies(picture, resources)) {
            files.add(file(picture, copy.address(), "w", copy.width()));
        }
        return files;
    }

    private SiteFile file(Resource picture, String address, String form, int width) {
        return file(picture.file(), address, form + width, () -> scaled(picture.file(), width));
    }

    /** @param form how it is made of its source */
    private SiteFile file(SourceFile from, String address, String form, Supplier<byte[]> bytes) {
        Supplier<String> fingerprint = () -> {
            String version = source.version(from);
            return version.isEmpty() ? "" : version + " " + form;
        };
        return SiteFile.of(address, SiteFile.NO_TEMPLATE, fingerprint, bytes);
    }

    /**
     * A smaller copy.
     *
     * @param address its address, from the root of the site
     * @param width in pixels
     */
    record SmallerCopy(String address, int width) {}

    /** Returns the smaller copies of a picture, the smallest first. */
    List<SmallerCopy> copies(Resource picture, List<Resource> resources) {
        Optional<PictureFacts> facts = facts(picture.file()).filter(PictureFacts::scalable);
        if (facts.isEmpty()) {
            return List.of();
        }
        Set<String> taken = new HashSet<>();
        resources.forEach(resource -> taken.add(resource.address()));
        String address = picture.address();
        int dot = address.lastIndexOf('.');
        return WIDTHS.stream()
                .filter(width -> facts.get().width() >= width * WORTHWHILE)
                .map(width -> new SmallerCopy(address.substring(0, dot) + "-" + width + "w.jpg", width))
                .filter(copy -> !taken.contains(copy.address()))
                .toList();
    }

    /** Returns the size in which a picture is published; empty if its file does not state it. */
    Optional<PictureFacts> facts(SourceFile file) {
        return stated(file).map(facts -> reduced(file, facts).orElse(facts));
    }

    /** Returns the problem of a photograph that is published in one size only, although it should not. */
    public Optional<Problem> problem(SourceFile file) {
        String what =
                switch (known(file).obstacle()) {
                    case NONE -> "";
                    case INK -> "照片用的是印刷颜色（CMYK）";
                    case UNDECODABLE -> "照片的数据有损坏";
                };
        return what.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Problem.warning("W268", file.path(), what + "，做不出手机用的小图，读者要下载整幅", "请用看图软件打开，另存为 JPG 再换上"));
    }

    /** Returns the size of a photograph that is published smaller; empty if it is published as it is. */
    private Optional<PictureFacts> reduced(SourceFile file, PictureFacts facts) {
        int side = Math.max(facts.width(), facts.height());
        boolean isTooLarge = file.size() > Display.LARGEST_PICTURE || side > Display.LONGEST_SIDE;
        if (!reduced || !isTooLarge || !facts.scalable() || side <= Display.REDUCED_SIDE) {
            return Optional.empty();
        }
        double factor = (double) Display.REDUCED_SIDE / side;
        return Optional.of(new PictureFacts(
                (int) Math.round(facts.width() * factor), (int) Math.round(facts.height() * factor), true));
    }

    private Optional<PictureFacts> stated(SourceFile file) {
        return Optional.of(known(file).facts()).filter(facts -> facts.width() > 0);
    }

    private Known known(SourceFile file) {
        return known.computeIfAbsent(file.path(), path -> cached(file));
    }

    private Known cached(SourceFile file) {
        // Checks refuse what is larger.
        return cache.of(
                file.path(),
                source.version(file),
                () -> file.size() > heap.most(LARGEST, HEAP_PER_BYTE)
                        ? new Known(new PictureFacts(0, 0, false), Obstacle.NONE)
                        : inHeap(file, PublishedPictures::read));
    }

    private static Known read(byte[] bytes) {
        Optional<PictureReader.Stated> stated = PictureReader.read(bytes);
        if (stated.isEmpty()) {
            return new Known(new PictureFacts(0, 0, false), Obstacle.NONE);
        }
        PictureFacts facts = stated.get().facts();
        if (Math.max(facts.width(), facts.height()) < SMALLEST_COPIED) {
            return new Known(facts, Obstacle.NONE);
        }
        if (stated.get().inInk()) {
            return new Known(facts, Obstacle.INK);
        }
        return !facts.scalable() || PictureScaler.isDecodable(bytes, stated.get())
                ? new Known(facts, Obstacle.NONE)
                : new Known(new PictureFacts(facts.width(), facts.height(), false), Obstacle.UNDECODABLE);
    }

    /**
     * The picture without metadata. One that cannot be cleaned is refused by the checks, and never published as it is.
     */
    private byte[] clean(SourceFile file) {
        return inHeap(file, bytes -> PictureMetadataRemover.remove(bytes).orElseGet(() -> new byte[0]));
    }

    /** A picture that cannot be decoded is published at the addresses of its copies as it is. */
    private byte[] scaled(SourceFile file, int width) {
        return inHeap(file, bytes -> PictureReader.read(bytes)
                        .flatMap(stated -> PictureScaler.scale(bytes, stated, width, heap.bytes())))
                .orElseGet(() -> clean(file));
    }

    private <T> T inHeap(SourceFile file, Function<byte[], T> work) {
        long most = PictureScaler.HEAP + HEAP_PER_BYTE * file.size();
        return heap.read(file.path(), most, () -> work.apply(source.bytes(file)));
    }
}
