package org.gongkai.write.document.word.docx;

import java.util.List;
import org.gongkai.write.document.word.opc.XmlElement;

/** Fields of forms to fill in. */
final class LegacyFormField {

    private LegacyFormField() {}

    /** What a field of a form shows without a result. */
    static String preset(XmlElement data) {
        XmlElement box = data.child("w:checkBox");
        if (box.exists()) {
            XmlElement checked = box.child("w:checked");
            return (checked.exists() ? checked.isOn() : box.child("w:default").isOn()) ? "☑" : "☐";
        }
        XmlElement list = data.child("w:ddList");
        List<XmlElement> entries = list.all("w:listEntry");
        XmlElement result = list.child("w:result");
        int index = (result.exists() ? result : list.child("w:default")).number("w:val", 0);
        if (index >= 0 && index < entries.size()) {
            return entries.get(index).value();
        }
        return data.child("w:textInput").child("w:default").value();
    }
}
