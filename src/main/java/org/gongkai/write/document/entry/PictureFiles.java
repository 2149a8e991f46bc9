package org.gongkai.write.document.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.input.attachment.picture.PictureMetadata;
import org.gongkai.input.source.SourceFile;
import org.gongkai.write.document.Picture;
import org.gongkai.write.document.Remark;
import org.gongkai.write.document.picture.PictureType;
import org.gongkai.write.picture.SvgCleaner;
import org.gongkai.write.picture.UnusablePicture;

/** The pictures of an imported entry, fit to be published. */
final class PictureFiles {

    private PictureFiles() {}

    /**
     * Collects the pictures of a document, cleaned, and returns their addresses by their names in it.
     *
     * @param name the name of the entry
     * @param files accepts the pictures by their paths
     * @param remarks accepts what was removed from pictures, and which of them cannot be published
     */
    static Map<String, String> of(
            List<Picture> pictures, String folder, String name, Map<String, byte[]> files, List<Remark> remarks) {
        Map<String, String> addresses = new LinkedHashMap<>();
        int cleaned = 0;
        for (int i = 0; i < pictures.size(); i++) {
            Picture picture = pictures.get(i);
            String shown = picture.original().isEmpty() ? "第" + (i + 1) + "张图片" : "图片 " + picture.original();
            Optional<byte[]> fit = fit(picture.bytes(), shown, remarks);
            if (fit.isEmpty()) {
                continue;
            }
            byte[] clean = fit.get();
            cleaned += clean.length < picture.bytes().length ? 1 : 0;
            String address = name + "-图" + (addresses.size() + 1) + "." + SourceFile.ending(picture.name());
            addresses.put(picture.name(), address);
            files.put(folder + "/" + address, clean);
        }
        if (cleaned > 0) {
            remarks.add(new Remark("", cleaned + " 张图片里的拍摄信息（地点、时间、设备、作者）已经去掉", Remark.Weight.NOTE));
        }
        return addresses;
    }

    /** The bytes of a picture without its metadata; empty, which is told, if a build would refuse it. */
    private static Optional<byte[]> fit(byte[] bytes, String shown, List<Remark> remarks) {
        Optional<PictureType> type = PictureType.of(bytes);
        String reason = type.isEmpty() ? "的格式浏览器不能显示" : "已经损坏，里面的拍摄信息去不掉";
        try {
            Optional<byte[]> clean = type.equals(Optional.of(PictureType.SVG))
                    ? Optional.of(new SvgCleaner().clean(bytes))
                    : type.flatMap(any -> PictureMetadata.remove(bytes));
            if (clean.isPresent()) {
                return clean;
            }
        } catch (UnusablePicture e) {
            reason = e.getMessage();
        }
        remarks.add(new Remark("", shown + " " + reason + "，没有导入；请另存为 PNG 或 JPG", Remark.Weight.LEFT_OUT));
        return Optional.empty();
    }
}
