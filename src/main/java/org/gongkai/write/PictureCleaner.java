package org.gongkai.write;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.input.attachment.AttachmentContent;
import org.gongkai.input.attachment.AttachmentTextExtractor;
import org.gongkai.input.attachment.ContentType;
import org.gongkai.input.attachment.FilmPlaces;
import org.gongkai.input.attachment.picture.OfficePictures;
import org.gongkai.input.attachment.picture.PictureMetadataRemover;
import org.gongkai.input.attachment.picture.PictureReader;
import org.gongkai.input.attachment.picture.PictureReader.PictureFacts;
import org.gongkai.input.attachment.picture.PictureScaler;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.io.HeapBudget;

/**
 * Makes pictures fit to be published: metadata about places and persons is removed, and what is larger than any screen
 * needs is reduced. A picture that needs neither keeps its bytes.
 */
public final class PictureCleaner {

    /** The longest side that a picture keeps, in pixels. */
    public static final int MAX_SIDE = 2_000;

    /** What a picture may have at most to be decoded, in pixels. */
    private static final long MAX_PIXELS = 60_000_000;

    private static final double QUALITY = 0.88;

    private static final long LARGEST = 100L << 20;

    /** The bytes of a file and two copies of them. */
    private static final int HEAP_PER_BYTE = 3;

    private final HeapBudget heap = HeapBudget.ofProcess();
    private final AttachmentTextExtractor inspector = new AttachmentTextExtractor();

    /**
     * Reads a file and cleans it once there is room for it.
     *
     * @throws UnusablePicture if it is too large for the memory
     */
    public <T> T read(String name, long size, HeapBudget.Reading<T, IOException> reading) throws IOException {
        if (size > maxBytes()) {
            throw new UnusablePicture("文件有 " + TextDecoder.megabytes(size) + "，最多 " + TextDecoder.megabytes(maxBytes())
                    + "；用 java -Xmx 给程序多一些内存，可以读更大的。");
        }
        return heap.read(name, PictureScaler.HEAP + HEAP_PER_BYTE * size, reading);
    }

    /** The largest file that can be read, in bytes. */
    public long maxBytes() {
        return heap.most(LARGEST, HEAP_PER_BYTE);
    }

    /** Whether bytes are those of a picture that {@link #clean} knows or refuses with a reason of its own. */
    public boolean isPicture(byte[] bytes) {
        return ContentType.of(bytes).isPicture();
    }

    /**
     * Cleans a picture.
     *
     * @throws UnusablePicture if browsers cannot show it, if it is damaged or if it has too many pixels
     */
    public ReadyPicture clean(byte[] bytes) throws UnusablePicture {
        AttachmentContent before = inspector.inspect("", bytes);
        return switch (before.type()) {
            case JPEG -> reducedIfLarge(bytes, before, "jpg");
            case PNG -> reducedIfLarge(bytes, before, "png");
            case WEBP -> new ReadyPicture(withoutMetadata(bytes), "webp", removed(before));
            case GIF -> new ReadyPicture(withoutMetadata(bytes), "gif", removed(before));
            case HEIC -> throw new UnusablePicture("这是苹果手机的 HEIC 照片，浏览器打不开；请在手机上另存为 JPG 再放进来。");
            default -> throw new UnusablePicture("这不是图片，或者图片已经损坏。");
        };
    }

    /**
     * Removes the metadata of a picture and nothing else: the image remains as it is, bit by bit. Of a film the place
     * is removed, of an office file the metadata of its pictures.
     *
     * @throws UnusablePicture if it is none of these, or too damaged for that
     */
    public ReadyPicture strip(byte[] bytes) throws UnusablePicture {
        AttachmentContent before = inspector.inspect("", bytes);
        return switch (before.type()) {
            case MP4 -> attachment(bytes, "");
            case DOCX, XLSX, PPTX, OFD -> document(bytes, before);
            case ZIP -> throw incomplete(before);
            case DOC, XLS, PPT, OLE, PDF -> throw new UnusablePicture("这种文件里的照片改不了；请先去掉照片里的拍摄信息，在原稿里换上，再另存或导出一次。");
            default -> picture(bytes, before);
        };
    }

    /** Removes from a film where it was taken; any other file remains as it is. */
    public ReadyPicture attachment(byte[] bytes, String ending) {
        return FilmPlaces.isIn(bytes)
                ? new ReadyPicture(FilmPlaces.removedFrom(bytes), ending, List.of("已去掉影片里的拍摄地点"))
                : new ReadyPicture(bytes, ending, List.of());
    }

    /** An office file that may have photographs in parts that were not read. */
    private static UnusablePicture incomplete(AttachmentContent before) {
        return new UnusablePicture(
                switch (before.trouble().orElse(AttachmentContent.Trouble.BROKEN)) {
                    case BROKEN -> "文件已经损坏，打不开。";
                    case DECLARED -> "文件里有文档类型声明（DOCTYPE），办公软件不会写，没有打开；请从原来的软件重新导出。";
                    case ENCRYPTED -> "文件加了密码，打不开；请去掉密码再放进来。";
                    case TOO_MUCH, HEAP -> "文件太大或太复杂，没有读完；请在原稿里换上去掉了拍摄信息的照片。";
                });
    }

    /** Within the limits of the inspection, which has read every part. */
    private ReadyPicture document(byte[] bytes, AttachmentContent before) throws UnusablePicture {
        if (before.trouble().isPresent()) {
            throw incomplete(before);
        }
        if (!before.findings().contains(AttachmentContent.Finding.GPS)) {
            return new ReadyPicture(bytes, "", List.of());
        }
        Optional<byte[]> clean;
        try {
            clean = OfficePictures.withoutMetadata(bytes, maxBytes());
        } catch (IOException e) {
            throw new UnusablePicture("文件已经损坏，或者里面的图片太大，打不开。");
        }
        return new ReadyPicture(
                clean.orElseThrow(() -> new UnusablePicture("文件有电子签名，一改签名就失效；请在原稿里换上去掉了拍摄信息的照片，再签一次。")),
                "",
                List.of("已去掉文件里照片的拍摄信息"));
    }

    private ReadyPicture picture(byte[] bytes, AttachmentContent before) throws UnusablePicture {
        byte[] clean = withoutMetadata(bytes);
        List<String> remarks = removed(before);
        boolean other = remarks.isEmpty() && clean.length < bytes.length;
        return new ReadyPicture(clean, "", other ? List.of("已去掉照片里的时间、设备等信息") : remarks);
    }

    private static byte[] withoutMetadata(byte[] bytes) throws UnusablePicture {
        return PictureMetadataRemover.remove(bytes).orElseThrow(() -> new UnusablePicture("图片已经损坏，打不开。"));
    }

    private ReadyPicture reducedIfLarge(byte[] bytes, AttachmentContent before, String ending) throws UnusablePicture {
        PictureFacts size = size(bytes);
        List<String> remarks = new ArrayList<>(removed(before));
        return Math.max(size.width(), size.height()) > MAX_SIDE
                ? reduced(bytes, size, ending, remarks)
                : new ReadyPicture(withoutMetadata(bytes), ending, remarks);
    }

    /** Writes the picture anew: smaller, and upright as the camera was held. */
    private ReadyPicture reduced(byte[] bytes, PictureFacts size, String ending, List<String> remarks)
            throws UnusablePicture {
        if ((long) size.width() * size.height() > MAX_PIXELS) {
            throw new UnusablePicture("图片有 " + size.width() + "×" + size.height() + " 像素，太大了；请先用看图软件缩小再放进来。");
        }
        byte[] clean = withoutMetadata(bytes);
        byte[] small = PictureReader.read(clean)
                .flatMap(stated -> PictureScaler.reduce(clean, stated, MAX_SIDE, heap.bytes(), ending, QUALITY))
                .orElseThrow(() -> new UnusablePicture("图片已经损坏，或者用了少见的颜色格式；请用看图软件另存为 JPG 再放进来。"));
        PictureFacts left = size(small);
        remarks.add("原图 " + size.width() + "×" + size.height() + " 像素、" + TextDecoder.megabytes(clean.length)
                + "，已缩小为长边 " + Math.max(left.width(), left.height()) + " 像素、" + TextDecoder.megabytes(small.length));
        return new ReadyPicture(small, ending, remarks);
    }

    private static PictureFacts size(byte[] bytes) throws UnusablePicture {
        return PictureReader.read(bytes)
                .map(PictureReader.Stated::facts)
                .orElseThrow(() -> new UnusablePicture("图片已经损坏，打不开。"));
    }

    private static List<String> removed(AttachmentContent before) {
        boolean place = before.findings().contains(AttachmentContent.Finding.GPS);
        boolean persons = !before.pieces().isEmpty();
        return Stream.of(place ? "已去掉照片里的拍摄地点" : "", persons ? "已去掉照片里的作者等文字信息" : "")
                .filter(remark -> !remark.isEmpty())
                .toList();
    }

    /**
     * A picture that may be published.
     *
     * @param bytes the file
     * @param ending the ending that suits its type, without the dot
     * @param remarks what was changed, each a Chinese sentence without its full stop
     */
    public record ReadyPicture(byte[] bytes, String ending, List<String> remarks) {}

    /** Thrown if a picture cannot be used; the message says why and what to do, in Chinese. */
    public static final class UnusablePicture extends IOException {
        public UnusablePicture(String message) {
            super(message);
        }
    }
}
