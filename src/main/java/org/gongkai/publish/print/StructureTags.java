package org.gongkai.publish.print;

import java.io.IOException;
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
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDStructureElementNameTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;

/** Completes the tags that browsers give to the elements of a page as PDF/UA (ISO 14289-1, 7.2, 7.3 and 7.18) wants them. */
final class StructureTags {

    private static final String NONE = "NonStruct";

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

    static void complete(PDDocument document) throws IOException {
        PDStructureNode root = document.getDocumentCatalog().getStructureTreeRoot();
        if (root != null) {
            complete(root, "");
        }
        for (PDPage page : document.getPages()) {
            for (PDAnnotation annotation : page.getAnnotations()) {
                if (annotation instanceof PDAnnotationLink link && link.getContents() == null) {
                    link.setContents(
                            link.getAction() instanceof PDActionURI address ? "链接：" + address.getURI() : "到文中另一处");
                }
            }
        }
    }

    private static void complete(PDStructureNode node, String type) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if (type.equals(StandardStructureTypes.L)
                        && element.getStructureType().equals(NONE)) {
                    element.setStructureType(StandardStructureTypes.LI);
                } else if (element.getStructureType().equals(StandardStructureTypes.Figure)
                        && element.getAlternateDescription() == null) {
                    // A figure with a caption holds the picture, which has the description.
                    element.setStructureType(StandardStructureTypes.DIV);
                }
                complete(element, element.getStructureType());
            }
        }
    }
}
