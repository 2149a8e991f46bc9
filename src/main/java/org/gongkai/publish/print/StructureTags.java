package org.gongkai.publish.print;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;

/** Completes the tags that browsers give to the elements of a page as PDF/UA (ISO 14289-1, 7.2, 7.3 and 7.18) wants them. */
final class StructureTags {

    private static final String NONE = "NonStruct";

    private StructureTags() {}

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
