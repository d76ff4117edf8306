// Each test has its own store.
[assembly: Parallelize(Workers = 4, Scope = ExecutionScope.MethodLevel)]
