// Each test has its own broker, units and folders, and mostly waits.
[assembly: Parallelize(Workers = 4, Scope = ExecutionScope.MethodLevel)]
