package org.gongkai.publish.print;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDStructureElementNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.gongkai.io.TextResource;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;

/** Names the tags that browsers give to the elements of a page alike in each printing. */
final class StructureTags {

    private static final COSName HEADERS = COSName.getPDFName("Headers");

    private StructureTags() {}

    /**
     * Numbers the named elements of a file in their order: browsers name them after what else happened in the browser
     * meanwhile, and files that are joined must not share names.
     *
     * @param before how many elements the files before have named
     * @return how many there are with those of this file
     */
    static int rename(PDDocument document, int before) {
        PDStructureTreeRoot root = document.getDocumentCatalog().getStructureTreeRoot();
        if (root == null) {
            return before;
        }
        List<PDStructureElement> elements = new ArrayList<>();
        collect(root, elements);
        Map<String, String> names = new HashMap<>();
        Map<String, PDStructureElement> byName = new TreeMap<>();
        for (PDStructureElement element : elements) {
            String old = element.getElementIdentifier();
            if (old != null) {
                String name = String.format(Locale.ROOT, "e%08d", before + byName.size() + 1);
                names.put(old, name);
                byName.put(name, element);
                element.setElementIdentifier(name);
            }
        }
        for (PDStructureElement element : elements) {
            renameHeaders(element.getCOSObject().getDictionaryObject(COSName.A), names);
        }
        if (!byName.isEmpty()) {
            PDStructureElementNameTreeNode tree = new PDStructureElementNameTreeNode();
            tree.setNames(byName);
            root.setIDTree(tree);
        }
        return before + byName.size();
    }

    private static void collect(PDStructureNode node, List<PDStructureElement> elements) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                elements.add(element);
                collect(element, elements);
            }
        }
    }

    /** Renames the headers that the cell of a table names in one of its attributes. */
    private static void renameHeaders(COSBase attributes, Map<String, String> names) {
        if (attributes instanceof COSArray several) {
            for (int i = 0; i < several.size(); i++) {
                renameHeaders(several.getObject(i), names);
            }
        } else if (attributes instanceof COSDictionary one && one.getCOSArray(HEADERS) != null) {
            COSArray headers = one.getCOSArray(HEADERS);
            for (int i = 0; i < headers.size(); i++) {
                if (headers.getObject(i) instanceof COSString name) {
                    headers.set(i, new COSString(names.getOrDefault(name.getString(), name.getString())));
                }
            }
        }
    }

    /** What PDF/A-2u (ISO 19005-2) wants beyond what browsers write: metadata and the profile of the colours. */
    static final class ArchivalPdf {

        private static final String COLOURS = "sRGB IEC61966-2.1";

        private ArchivalPdf() {}

        /**
         * Adds them to a file.
         *
         * @param title the title of the file
         * @param isArchival whether all faces are in the file, so that it may call itself PDF/A
         */
        static void declare(PDDocument document, String title, boolean isArchival) throws IOException {
            PDDocumentInformation information = new PDDocumentInformation();
            information.setTitle(title);
            document.setDocumentInformation(information);
            PDMetadata metadata = new PDMetadata(
                    document,
                    new ByteArrayInputStream(metadata(title, isArchival).getBytes(StandardCharsets.UTF_8)));
            document.getDocumentCatalog().setMetadata(metadata);
            PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
            preferences.setDisplayDocTitle(true);
            document.getDocumentCatalog().setViewerPreferences(preferences);
            byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
            PDOutputIntent intent = new PDOutputIntent(document, new ByteArrayInputStream(profile));
            intent.setInfo(COLOURS);
            intent.setOutputCondition(COLOURS);
            intent.setOutputConditionIdentifier(COLOURS);
            intent.setRegistryName("http://www.color.org");
            document.getDocumentCatalog().addOutputIntent(intent);
        }

        private static String metadata(String title, boolean isArchival) {
            String standards =
                    isArchival ? "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>" : "";
            var xhtml = new Document.OutputSettings().escapeMode(Entities.EscapeMode.xhtml);
            return TextResource.of(StructureTags.class, "xmp.xml")
                    .replace("@STANDARDS@", standards)
                    .replace("@TITLE@", Entities.escape(title, xhtml));
        }
    }
}
