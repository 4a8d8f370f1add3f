using Policing.SchemaProof;

return await Arguments.RunAsync(args);
