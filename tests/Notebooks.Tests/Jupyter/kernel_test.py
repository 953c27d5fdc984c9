"""Jupyter's own tests of a kernel, told what C# looks like."""

import unittest

import jupyter_kernel_test


class AnalyticsKernelTests(jupyter_kernel_test.KernelTests):
    kernel_name = "analytics-csharp"
    language_name = "C#"
    file_extension = ".cs"
    code_hello_world = 'Console.Write("hello, world");'
    code_stderr = 'Console.Error.Write("oops");'
    code_page_something = None
    completion_samples = [
        {"text": "Console.WriteL", "matches": {"WriteLine"}},
        {"text": 'Math.Sq', "matches": {"Sqrt"}},
    ]
    complete_code_samples = ["1 + 1", "var x = 1;", 'if (true)\n{\n    Console.Write("x");\n}']
    incomplete_code_samples = ["for (var i = 0; i < 3; i++)\n{", 'var text = Console.ReadLine(']
    invalid_code_samples = ["var = = 3;"]
    code_inspect_sample = "Console.WriteLine"
    code_execute_result = [
        {"code": "1 + 2", "result": "3"},
        {"code": '"a" + "b"', "result": "ab"},
        {"code": "new[] { 1, 2 }.Sum()", "result": "3"},
    ]
    code_display_data = [{"code": 'display(new Html("<b>x</b>"));', "mime": "text/html"}]
    code_generate_error = 'throw new InvalidOperationException("no");'
    code_history_pattern = "1 +?*"
    supported_history_operations = ("tail", "range", "search")
    code_clear_output = "ClearOutput();"


if __name__ == "__main__":
    unittest.main()
