package com.clinni.appointments.agenda.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook of Excel, made of its parts, so that a test may put anything into it. */
public final class Workbook {

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, String> parts = new LinkedHashMap<>();

    private Workbook() {
        parts.put(
                "[Content_Types].xml",
                XML
                        + "<Types"
                        + " xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + type("/xl/workbook.xml", "sheet.main")
                        + type("/xl/worksheets/sheet1.xml", "worksheet")
                        + type("/xl/sharedStrings.xml", "sharedStrings")
                        + "</Types>");
        parts.put("_rels/.rels", relations(RELATIONS + "/officeDocument", "xl/workbook.xml"));
        parts.put(
                "xl/workbook.xml",
                XML
                        + "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets><sheet name=\"Hoja1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
                                .formatted(MAIN, RELATIONS));
        parts.put("xl/sharedStrings.xml", XML + "<sst xmlns=\"%s\"/>".formatted(MAIN));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                relations(RELATIONS + "/worksheet", "worksheets/sheet1.xml"));
    }

    /**
     * Rows of the first sheet: text that is a number becomes one, other is shared as Excel does.
     */
    public static Workbook of(String[]... rows) {
        var sheet = new StringBuilder();
        var shared = new ArrayList<String>();
        for (var r = 0; r < rows.length; r++) {
            sheet.append("<row r=\"%d\">".formatted(r + 1));
            for (var c = 0; c < rows[r].length; c++) {
                sheet.append(cell((char) ('A' + c) + Integer.toString(r + 1), rows[r][c], shared));
            }
            sheet.append("</row>");
        }
        var texts = shared.stream().map("<si><t>%s</t></si>"::formatted);
        return new Workbook()
                .sheet(sheet.toString())
                .part(
                        "xl/sharedStrings.xml",
                        XML
                                + "<sst xmlns=\"%s\">%s</sst>"
                                        .formatted(MAIN, texts.collect(Collectors.joining())));
    }

    static Workbook ofSheet(String xml) {
        return new Workbook().sheet(xml);
    }

    Workbook part(String name, String content) {
        parts.put(name, content);
        return this;
    }

    public byte[] bytes() {
        var file = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(file)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private Workbook sheet(String rows) {
        return part(
                "xl/worksheets/sheet1.xml",
                XML
                        + "<worksheet xmlns=\""
                        + MAIN
                        + "\"><sheetData>"
                        + rows
                        + "</sheetData></worksheet>");
    }

    private static String cell(String place, String value, List<String> shared) {
        if (value.matches("-?\\d+(\\.\\d+)?(E\\d+)?")) {
            return "<c r=\"%s\"><v>%s</v></c>".formatted(place, value);
        }
        shared.add(value);
        return "<c r=\"%s\" t=\"s\"><v>%d</v></c>".formatted(place, shared.size() - 1);
    }

    private static String type(String part, String kind) {
        return "<Override PartName=\"%s\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.%s+xml\"/>"
                .formatted(part, kind);
    }

    private static String relations(String type, String target) {
        return XML
                + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"%s\" Target=\"%s\"/></Relationships>"
                        .formatted(type, target);
    }
}
