using System.Diagnostics;
using Markdig;

namespace Tools.Manual;

/// <summary>Renders Markdown to PDF with weasyprint (a Debian package); the CJK font is embedded.</summary>
internal static class Pdf
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers().Build();

    /// <summary>Writes one PDF, set smaller where it is to fit one page. Throws <see cref="IOException"/> where weasyprint is not there or fails.</summary>
    public static void Write(string markdown, string language, string file, bool onePage = false)
    {
        string html = $"<!doctype html><html lang=\"{language}\"><head><meta charset=\"utf-8\"><title>{Title(markdown)}</title><style>{Style}</style></head><body{(onePage ? " class=\"one\"" : "")}>{Markdown.ToHtml(markdown, Pipeline)}</body></html>";
        var start = new ProcessStartInfo("weasyprint", ["-q", "-", file]) { RedirectStandardInput = true, RedirectStandardError = true };
        using Process process = Start(start);
        Task<string> errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(html);
        process.StandardInput.Close();
        process.WaitForExit();
        if (process.ExitCode != 0 || !File.Exists(file))
        {
            throw new IOException($"weasyprint could not write {file}: {errors.Result.Trim()}");
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new IOException("weasyprint was not found (Debian package weasyprint)");
        }
    }

    private static string Title(string markdown) => markdown.Split('\n')[0].TrimStart('#', ' ');

    private const string Style = """
        @page { size: A4; margin: 18mm 16mm; @bottom-center { content: counter(page) " / " counter(pages); font-size: 8pt; color: #555; font-family: "WenQuanYi Micro Hei", sans-serif } }
        body { font-family: "WenQuanYi Micro Hei", "Noto Sans CJK SC", sans-serif; font-size: 10pt; line-height: 1.5 }
        h1 { font-size: 20pt; border-bottom: 1.5pt solid #000; margin: 0 0 6mm }
        h2 { font-size: 14pt; margin: 7mm 0 2mm; page-break-after: avoid }
        h3 { font-size: 12pt; margin: 6mm 0 2mm; page-break-after: avoid; border-top: .5pt solid #999; padding-top: 2mm }
        table { border-collapse: collapse; width: 100%; font-size: 9pt; margin: 2mm 0 }
        th, td { border: .5pt solid #777; padding: 1mm 2mm; text-align: left; vertical-align: top; min-width: 6em }
        thead { display: table-header-group } tr { page-break-inside: avoid }
        th { background: #e8e8e8 } code { font-family: "WenQuanYi Micro Hei Mono", monospace; font-size: 9pt }
        @page one { margin: 9mm 12mm }
        body.one { page: one; font-size: 8.2pt; line-height: 1.2 } body.one table { font-size: 7.1pt; margin: 1mm 0 } body.one th, body.one td { padding: .2mm 1mm; min-width: 2.6em }
        body.one h1 { font-size: 15pt; margin: 0 0 2mm } body.one h2 { font-size: 11pt; margin: 2.5mm 0 1mm } body.one p, body.one ul { margin: 1mm 0 }
        strong { font-weight: normal; background: #e8e8e8; padding: 0 .3em }
        li { margin: .6mm 0 } a { color: inherit; text-decoration: none }
        """;
}
