package com.clinni.appointments.agenda.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
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
                        + "</Types>");
        parts.put("_rels/.rels", relations(RELATIONS + "/officeDocument", "xl/workbook.xml"));
        parts.put(
                "xl/workbook.xml",
                XML
                        + "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets><sheet name=\"Hoja1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
                                .formatted(MAIN, RELATIONS));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                relations(RELATIONS + "/worksheet", "worksheets/sheet1.xml"));
    }

    /** Rows of the first sheet: text that is a number becomes one. */
    public static Workbook of(String[]... rows) {
        var sheet = new StringBuilder();
        for (var r = 0; r < rows.length; r++) {
            sheet.append("<row r=\"%d\">".formatted(r + 1));
            for (var c = 0; c < rows[r].length; c++) {
                sheet.append(cell((char) ('A' + c) + Integer.toString(r + 1), rows[r][c]));
            }
            sheet.append("</row>");
        }
        return new Workbook().sheet(sheet.toString());
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

    private static String cell(String place, String value) {
        return value.matches("-?\\d+(\\.\\d+)?(E\\d+)?")
                ? "<c r=\"%s\"><v>%s</v></c>".formatted(place, value)
                : "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(place, value);
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
